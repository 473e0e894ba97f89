using System.Globalization;
using System.Text;

namespace Hub.Benchmarks.Running;

/// <summary>Synthetic national ids (month + 80) with right check digits.</summary>
public static class Patients
{
    public static IReadOnlyList<byte[]> Make(int count)
    {
        var made = new List<byte[]>();
        for (var day = 1; made.Count < count; day = (day % 28) + 1)
        {
            for (var serial = 0; serial < 500 && made.Count < count; serial += 1 + (day % 3))
            {
                var nine = string.Create(CultureInfo.InvariantCulture, $"{day:00}{81 + (serial % 12)}{40 + (serial % 50)}{serial:000}");
                if (CheckDigits(nine) is { } check)
                    made.Add(Encoding.ASCII.GetBytes(nine + check));
            }
        }

        return made;
    }

    private static string? CheckDigits(string nine)
    {
        int[] first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
        int[] second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        var k1 = (11 - (nine.Select((c, i) => (c - '0') * first[i]).Sum() % 11)) % 11;
        if (k1 == 10)
            return null;
        var ten = nine + k1.ToString(CultureInfo.InvariantCulture);
        var k2 = (11 - (ten.Select((c, i) => (c - '0') * second[i]).Sum() % 11)) % 11;
        return k2 == 10 ? null : $"{k1}{k2}";
    }
}
