/** Values of the API that filters offer. */

export const STATES = ['pending', 'awaitingReceipt', 'delivered', 'deadLettered', 'discarded', 'held'];

export const CONTENT = ['measurement', 'alert', 'note', 'chat', 'questionnaire', 'plan', 'status', 'clinical', 'trend', 'handover', 'device-event', 'personalia'];

export const TRIAGE = ['none', 'green', 'yellow', 'red'];
