//! The report as a page to read in a browser, on its own: no script, no file beside it.

use std::fmt::Write as _;

use super::{Checklist, PASS, Report, Verdict, aims, grades};
use crate::check::reading::running::SHORT;

const STYLE: &str = "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2529}\
h1,h2{line-height:1.2;color:#164e54}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c9d6d8}\
th[scope=row]{font-weight:600}.agree{color:#1b5e3f}.disagree{color:#b3261e}.person{color:#7a4b00}\
@media print{body{margin:0;max-width:none;font-size:11pt}}";

/// The report as one HTML document.
#[must_use]
pub fn page(report: &Report) -> String {
    let mut html = String::new();
    let title = escape(&report.title);
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Report: {title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<style>{STYLE}</style>\n\
         <h1>Report: {title}</h1>\n<p>{}</p>\n",
        escape(&report.imprint)
    );
    figures(report, &mut html);
    findings(report, &mut html);
    for checklist in &report.checklists {
        table(checklist, &mut html);
    }
    html.push_str("</html>\n");
    html
}

fn figures(report: &Report, html: &mut String) {
    let (counts, running) = (&report.counts, &report.running);
    let share = (100 * report.short).checked_div(running.sentences).unwrap_or_default();
    let mut rows = vec![
        ("Approvals", escape(&report.approvals)),
        ("Pages", report.pages.to_string()),
        (
            "Running text",
            format!(
                "{} words in {} sentences: {:.1} words a sentence; {share} % of the sentences have fewer than {SHORT} words \
                 (a third at most)",
                running.words,
                running.sentences,
                running.average(),
            ),
        ),
    ];
    let readability = report.readability.as_ref();
    let measures = readability.iter().flat_map(|readability| &readability.measures);
    let of_both = grades(readability, running).into_iter().zip(grades(readability, counts)).zip(measures);
    rows.extend(of_both.map(|(((name, running), (_, all)), measure)| {
        let [aim, aim_all] = aims(measure);
        (name, format!("running text {running:.1} (the aim is {aim}); all that is printed {all:.1} ({aim_all})"))
    }));
    rows.push((
        "All that is printed",
        format!(
            "{} words in {} sentences and lines: {:.1} words each, {} at most",
            counts.words,
            counts.sentences,
            counts.average(),
            counts.longest
        ),
    ));
    html.push_str("<h2>Figures</h2>\n<table>\n");
    for (name, value) in rows {
        let _ = writeln!(html, "<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>");
    }
    html.push_str(
        "</table>\n<p>Running text is the paragraphs: the main message, introductions, answers, notes, and the texts under \
         the names of items. Headings, lines of lists, warning signs and steps are not; they are short, and make the grade \
         of all that is printed low. Readers have to say whether the words are known.</p>\n",
    );
}

fn findings(report: &Report, html: &mut String) {
    html.push_str("<h2>Findings</h2>\n");
    if report.findings.is_empty() {
        html.push_str("<p>Nothing to mend.</p>\n");
        return;
    }
    html.push_str("<ul>\n");
    for line in &report.findings {
        let _ = writeln!(html, "<li>{}</li>", escape(line));
    }
    html.push_str("</ul>\n");
}

fn table(checklist: &Checklist, html: &mut String) {
    let (agree, disagree) = (checklist.count(Verdict::Agree), checklist.count(Verdict::Disagree));
    let score = (checklist.score() * 100.0).round();
    let passed = if checklist.score() >= PASS { "passed" } else { "not passed" };
    let _ = write!(
        html,
        "<h2>{}</h2>\n<p>{agree} of {} items that the program can judge: {score} % ({passed}; the customary pass is 70 %). \
         {} items are left for a person.</p>\n<table>\n<tr><th scope=\"col\">Item</th><th scope=\"col\">Verdict</th>\
         <th scope=\"col\">Why, or what to look at</th></tr>\n",
        escape(checklist.name),
        agree + disagree,
        checklist.count(Verdict::Person),
    );
    for item in &checklist.items {
        let (class, verdict) = match item.verdict {
            Verdict::Agree => ("agree", "✓ agree"),
            Verdict::Disagree => ("disagree", "✗ disagree"),
            Verdict::NotApplicable => ("none", "does not apply"),
            Verdict::Person => ("person", "☐ for a person"),
        };
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}. {}</th><td class=\"{class}\">{verdict}</td><td>{}</td></tr>",
            item.number,
            escape(item.item),
            escape(&item.because)
        );
    }
    html.push_str("</table>\n");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
