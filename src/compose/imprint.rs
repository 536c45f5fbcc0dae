//! Who says so, since when, where it comes from, and how to reach the clinic.

use time::{Date, Time};

use super::document::{Block, Imprint, Section, SectionKind};
use super::leaflet::{Composer, Input, section};
use crate::art::icons::Icon;
use crate::language::Messages;
use crate::model::approval::{Beyond, Review};
use crate::model::brand::References;
use crate::model::dates::parse_day;
use crate::model::handout::ContactNumber;
use crate::model::phone::Phone;
use crate::model::text::{self, Passage, Rich, Span};

/// Midnight UTC of a day, in seconds since 1970; 0 for what is not a day.
pub(super) fn timestamp(day: &str) -> i64 {
    parse_day(day).map_or(0, |date| date.with_time(Time::MIDNIGHT).assume_utc().unix_timestamp())
}

impl Composer<'_> {
    /// The imprint and the contacts.
    pub(super) fn imprint(&self) -> Imprint {
        let section = |icon: Icon, title: &str, passages: Vec<Passage>| {
            section(SectionKind::Imprint, icon, Rich::plain(title), vec![Block::Text(passages)])
        };
        Imprint {
            about: section(Icon::Document, self.language.about(), self.about()),
            contact: section(Icon::Telephone, self.language.contact(), self.contact()),
        }
    }

    fn about(&self) -> Vec<Passage> {
        let (language, imprint, brand) = (self.language, &self.input.handout.imprint, self.input.brand);
        // The foot says so on every page, but furniture is not read aloud.
        let warnings = self.warnings().into_iter().map(|warning| paragraph(Rich::plain(format!("{warning}.")).bold()));
        let mut lines = vec![format!(
            "{} {}",
            language.published_by(&brand.name.value),
            language.written_by(&self.fill(&imprint.author))
        )];
        let approvals = &self.input.standing.valid;
        if !approvals.is_empty() {
            let name = |r: &&Review| format!("{} ({})", r.name.value, r.role.value.name(language.tag()));
            let names: Vec<String> = approvals.iter().map(name).collect();
            lines.push(language.approved_by(&names.join(", ")));
            lines.extend(self.beyond());
        }
        let [version, published, review] = self.versions(Messages::date);
        lines.push(language.versions(&version, &published, &review));
        let unlisted = brand.references == References::OnRequest || self.input.shortened;
        if unlisted && self.input.handout.cited().next().is_some() {
            lines.push(language.sources_on_request().to_owned());
        }
        warnings.chain(lines.into_iter().map(|line| paragraph(Rich::plain(line)))).collect()
    }

    /// What of a personal sheet the approvals do not cover.
    fn beyond(&self) -> Option<String> {
        let Beyond { exercises } = &self.input.standing.beyond;
        let exercises = exercises.iter().filter_map(|id| self.input.exercises.get(id));
        let names: Vec<String> = exercises.map(|exercise| self.inline(&exercise.name).text()).collect();
        (!names.is_empty()).then(|| self.language.not_covered(&names.join(", ")))
    }

    fn contact(&self) -> Vec<Passage> {
        let contact = &self.input.brand.contact;
        let mut passages = Vec::new();
        let phone = &contact.phone.value;
        let mut call = Rich::link(self.language.number(phone), telephone_uri(self.input.country, phone)).bold();
        if let Some(hours) = &contact.hours {
            call.spans.push(Span { text: format!("\n{}", hours.value), ..Span::default() });
        }
        for which in [ContactNumber::PhysioSelfReferral, ContactNumber::CrisisLine] {
            let Some(number) = contact.number(which) else { continue };
            let who = text::fill(&self.contact_label(which), &self.values);
            call.spans.push(Span { text: format!("\n{who}: "), ..Span::default() });
            call.spans.append(
                &mut Rich::link(self.language.number(&number.value), telephone_uri(self.input.country, &number.value))
                    .spans,
            );
        }
        passages.push(paragraph(call));
        let mut address: Vec<&str> = vec![&self.input.brand.name.value];
        address.extend(contact.address.iter().map(|line| line.value.as_str()));
        let mut place = Rich::plain(address.join(", "));
        if let Some(web) = &contact.web {
            let shown = short_address(&web.value);
            place.spans.push(Span { text: "\n".to_owned(), ..Span::default() });
            place.spans.append(&mut Rich::link(shown, web.value.clone()).spans);
        }
        passages.push(paragraph(place));
        passages.push(paragraph(Rich::plain(self.language.other_formats())));
        passages
    }

    /// The version, the day it was published and the day of its review, days written by `write`.
    pub(super) fn versions(&self, write: fn(&Messages, Date) -> String) -> [String; 3] {
        let imprint = &self.input.handout.imprint;
        let day = |text: &str| parse_day(text).map_or_else(|_| text.to_owned(), |date| write(self.language, date));
        [imprint.version.value.clone(), day(&imprint.published.value), day(&imprint.review.value)]
    }

    /// The sources that the handout and its exercises cite, in the order of their ids.
    pub(super) fn sources(&self) -> Section {
        let Input { handout, exercises, .. } = self.input;
        let used = handout.exercises.iter().flat_map(|used| used.ids()).filter_map(|id| exercises.get(&id.value));
        let cited = handout.cited().chain(used.flat_map(|exercise| &exercise.sources));
        let mut ids: Vec<&str> = cited.map(|id| id.value.as_str()).collect();
        ids.sort_by_key(|id| (id.len(), *id));
        ids.dedup();
        let entries = ids.into_iter().filter_map(|id| {
            let source = self.input.sources.get(id)?;
            let title = text::clean(&source.title.value).into_owned();
            let link = source.url.as_ref().map(|url| url.value.clone());
            let mut spans = vec![Span { text: title, bold: false, link }];
            let rest =
                [source.publisher.as_ref().map(|p| p.value.clone()), source.year.as_ref().map(|y| y.value.to_string())];
            spans.extend(rest.into_iter().flatten().map(|part| Span { text: format!(". {part}"), ..Span::default() }));
            Some(Rich { spans })
        });
        let title = Rich::plain(self.language.sources());
        section(SectionKind::Sources, Icon::Document, title, vec![Block::Sources(entries.collect())])
    }
}

/// An address as it is printed.
pub(super) fn short_address(web: &str) -> &str {
    web.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
}

/// The `tel:` address of one of a brand's numbers, dialled in `country`. A brand with a number that has none is refused
/// ([`super::contacts`]).
pub(super) fn telephone_uri(country: Option<&str>, number: &str) -> String {
    Phone::read(number, country).map_or_else(|_| String::new(), |phone| phone.uri().to_owned())
}

fn paragraph(rich: Rich) -> Passage {
    Passage::Paragraph(rich)
}
