using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>The body of an answered form.</summary>
internal static class FormWriter
{
    public static void Write(IEntryForm to, QuestionnaireAnswers form)
    {
        to.Text("formId", form.FormId);
        to.Text("title", form.FormTitle);
        to.Text("version", form.FormVersion);
        to.List("item", form.Items, item =>
        {
            to.Text("id", item.LinkId);
            to.Text("question", item.Question);
            to.List("answer", item.Answers, answer =>
            {
                to.Text("text", answer.Text);
                to.Number("int", answer.Integer);
                to.Number("num", answer.Number);
                if (answer.Boolean is { } yes)
                    to.Yes("yes", yes);
            });
        });
        to.List("score", form.Scores, score =>
        {
            to.Number("type", TelluWords.Type(score.What));
            to.Number("num", score.Value);
            to.Number("max", score.Maximum);
        });
    }
}
