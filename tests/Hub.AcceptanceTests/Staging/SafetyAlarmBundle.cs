using System.Text;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A journaling Bundle with the faults that vendors copied from the public VKP client: an empty string, the code of another alarm, an EPJ's running number for the patient. Its wording is ours.</summary>
internal static class SafetyAlarmBundle
{
    public static byte[] Bytes(string patient) => Encoding.UTF8.GetBytes($$"""
        {
          "resourceType": "Bundle",
          "identifier": { "system": "urn:ietf:rfc:3986", "value": "urn:uuid:7d6ef4b8-54a1-4c55-93f0-0d7c80a4f111" },
          "type": "document",
          "timestamp": "2026-03-01T08:20:00+01:00",
          "entry": [
            {
              "fullUrl": "urn:uuid:7d6ef4b8-54a1-4c55-93f0-0d7c80a4f112",
              "resource": {
                "resourceType": "Composition",
                "status": "final",
                "type": { "coding": [ { "system": "http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090", "code": "7" } ], "text": "Trygghetsalarm" },
                "category": [ { "coding": [ { "system": "http://ehelse.no/fhir/CodeSystem/vkp-composition-category-v090", "code": "1" } ] } ],
                "subject": { "identifier": { "system": "http://cosdoc.dips.no/lopenummer", "value": "{{patient}}" } },
                "date": "2026-03-01T08:20:00+01:00",
                "author": [ { "display": "Responssenteret" } ],
                "title": "Respons på trygghetsalarm",
                "section": [
                  {
                    "title": "Beskrivelse av oppfølging",
                    "code": { "coding": [ { "system": "http://ehelse.no/fhir/CodeSystem/vkp-composition-section-v090", "code": "1.1" } ] },
                    "text": { "status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\">Snakket med bruker, alt var i orden.</div>" },
                    "entry": [ { "reference": "urn:uuid:7d6ef4b8-54a1-4c55-93f0-0d7c80a4f113" } ]
                  }
                ]
              }
            },
            {
              "fullUrl": "urn:uuid:7d6ef4b8-54a1-4c55-93f0-0d7c80a4f113",
              "resource": {
                "resourceType": "DetectedIssue",
                "status": "final",
                "code": { "coding": [ { "system": "http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090", "code": "7" } ], "text": "Trygghetsalarm" },
                "patient": { "identifier": { "system": "http://cosdoc.dips.no/lopenummer", "value": "{{patient}}" } },
                "identifiedDateTime": "2026-03-01T08:15:00+01:00"
              }
            },
            {
              "fullUrl": "urn:uuid:7d6ef4b8-54a1-4c55-93f0-0d7c80a4f114",
              "resource": { "resourceType": "Device", "identifier": [ { "system": "http://vendor.example/serial", "value": "" } ], "deviceName": [ { "name": "Alarmknapp", "type": "user-friendly-name" } ] }
            }
          ]
        }
        """);
}
