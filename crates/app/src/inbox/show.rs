//! Leads as people see them.

use crate::names;
use crate::view::{
    ContactView, EscalationView, FieldView, FindingView, HazardView, LeadSummary, MessageView, ReadingView,
    ReservationView, TurnView, VerdictView,
};
use domain::authority::{EscalationState, Finding};
use domain::lead::Sender;
use domain::reading::Words;
use domain::{
    Company, ContactEvent, Escalation, Lead, LeadState, Message, MessageState, Reading, Readings,
    Reservation, ReservationState, Source, Speaker, Technician, Turn, Verdict, Wish,
};

/// Longest problem line of the inbox, in characters.
const PROBLEM_CHARS: usize = 120;

/// The line of the inbox. `first` is the text of the first contact.
/// `first`: its first contact, wherever [`needs_contact`] says so.
pub(crate) fn summary(
    company: &Company,
    lead: &Lead,
    first: Option<&ContactEvent>,
    escalation: Option<&Escalation>,
    owner: Option<String>,
) -> LeadSummary {
    let readings = &lead.readings;
    let triage = lead.triage.as_ref();
    let job_type = triage.and_then(|triage| triage.job_type).and_then(|id| company.job_type(id));
    let who = readings.name.as_ref().map(|name| name.value.clone());
    let who = who.or_else(|| readings.phones.first().map(|phone| phone.value.clone()));
    let who = who.or_else(|| readings.emails.first().map(|email| email.value.clone()));
    // What nobody has read yet has a name all the same when it was typed into a box for it.
    let who = who.or_else(|| {
        let sender = &first?.sender;
        [&sender.name, &sender.phone, &sender.email].into_iter().find_map(Option::clone)
    });
    let words = first.and_then(|first| first.turns.first()).map_or("", |turn| turn.text.as_str());
    let problem = readings.problem.as_ref().map_or(words, |problem| problem.value.as_str());
    LeadSummary {
        id: lead.id.to_string(),
        reference: format!("L{}", lead.number),
        channel: names::channel(lead.channel),
        state: lead.status.state.name().to_owned(),
        why: lead.status.why.clone(),
        received: lead.received,
        last_contact: lead.last_contact,
        contacts: lead.contacts,
        who: who.unwrap_or_else(|| "Unknown caller".to_owned()),
        problem: one_line(problem),
        urgency: triage.map(|triage| names::urgency(triage.urgency)),
        job_type: job_type.map(|kind| kind.name.clone()),
        value_cents: job_type.map(|kind| kind.value.typical.0),
        hazards: triage.map_or_else(Vec::new, |triage| {
            triage.hazards.iter().map(|hazard| names::hazard(hazard.class)).collect()
        }),
        due: escalation.filter(|one| one.state == EscalationState::Open).map(|one| one.due),
        owner,
        wish_missed: misses_wish(lead).then(|| asked_for(readings, first)).filter(|asked| !asked.is_empty()),
    }
}

/// Whether the line of a lead says something that only its first contact knows.
pub(crate) fn needs_contact(lead: &Lead) -> bool {
    let readings = &lead.readings;
    let named = readings.name.is_some() || !readings.phones.is_empty() || !readings.emails.is_empty();
    readings.problem.is_none() || !named || misses_wish(lead)
}

/// Whether no window they asked for could be given; what is incomplete was offered none.
fn misses_wish(lead: &Lead) -> bool {
    let mut trace = lead.verdict.iter().flat_map(|verdict| &verdict.trace);
    lead.triage.as_ref().is_some_and(domain::Triage::is_complete)
        && trace.any(|finding| finding.code == "wish_not_met")
}

/// When they asked for, in their own words.
fn asked_for(readings: &Readings, first: Option<&ContactEvent>) -> String {
    let mut asked: Vec<&str> = Vec::new();
    for wish in readings.wishes.iter().filter(|wish| matches!(wish.value, Wish::Want { .. })) {
        let words = match &wish.source {
            Source::Words(words) => Some(words.text.as_str()),
            Source::Field { .. } => first.and_then(|first| first.sender.preferred_time.as_deref()),
            Source::Person { .. } => None,
        };
        asked.extend(words.map(str::trim).filter(|words| !asked.contains(words)));
    }
    asked.join(", ")
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(PROBLEM_CHARS) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}

/// The order of the inbox: dangers first, then whoever a person has to call soonest (lives before the rest, what
/// somebody took behind it), then what waits for a person, urgency, value and age. Lower comes first.
pub(crate) fn rank(lead: &LeadSummary) -> (u8, jiff::Timestamp, u8, i64, jiff::Timestamp) {
    let waits = match lead.state.as_str() {
        // Nobody has read it yet, and the gate found danger already.
        "new" if !lead.hazards.is_empty() => 0,
        "emergency" => 0,
        "escalated" => 1,
        "awaiting_approval" | "reserved" => 2,
        "recommended" | "ready" | "follow_up" => 3,
        "collecting" | "needs_info" | "new" => 4,
        _ => 9,
    };
    let urgency = match lead.urgency.as_deref() {
        Some("emergency") => 0,
        Some("urgent") => 1,
        _ => 2,
    };
    let due = lead.due.unwrap_or(jiff::Timestamp::MAX);
    (waits, due, urgency, -lead.value_cents.unwrap_or(0), lead.received)
}

/// The contacts of a lead with turns numbered through.
pub(crate) fn contacts(events: &[ContactEvent]) -> Vec<ContactView> {
    let mut number = 0;
    events
        .iter()
        .map(|event| ContactView {
            id: event.id.to_string(),
            channel: names::channel(event.channel),
            received: event.received,
            turns: event
                .turns
                .iter()
                .map(|turn| {
                    number += 1;
                    TurnView {
                        turn: number - 1,
                        speaker: match turn.speaker {
                            Speaker::Customer => "customer".to_owned(),
                            Speaker::Agent => "agent".to_owned(),
                        },
                        text: turn.text.clone(),
                    }
                })
                .collect(),
            fields: fields(&event.sender),
        })
        .collect()
}

fn fields(sender: &Sender) -> Vec<FieldView> {
    [
        ("name", &sender.name),
        ("phone", &sender.phone),
        ("email", &sender.email),
        ("address", &sender.address),
        ("preferred_time", &sender.preferred_time),
    ]
    .into_iter()
    .filter_map(|(field, value)| Some(FieldView { field: field.to_owned(), value: value.clone()? }))
    .collect()
}

/// Everything that was understood, one line a reading.
pub(crate) fn readings(company: &Company, lead: &Lead, turns: &[Turn]) -> Vec<ReadingView> {
    let r = &lead.readings;
    let zone = company.zone_of_time();
    let mut lines = Vec::new();
    let mut line = |field: &str, value: String, confidence, source: &Source| {
        lines.push(reading(field, value, confidence, source, turns));
    };
    let text = |reading: &Reading<String>| reading.value.clone();
    if let Some(name) = &r.name {
        line("name", text(name), name.confidence, &name.source);
    }
    for phone in &r.phones {
        line("phone", text(phone), phone.confidence, &phone.source);
    }
    for email in &r.emails {
        line("email", text(email), email.confidence, &email.source);
    }
    if let Some(address) = &r.address {
        line("address", address.value.to_string(), address.confidence, &address.source);
    }
    if let Some(trade) = &r.trade {
        line("trade", names::trade(trade.value), trade.confidence, &trade.source);
    }
    if let Some(kind) = &r.job_type {
        let name =
            company.job_type(kind.value).map_or_else(|| kind.value.to_string(), |kind| kind.name.clone());
        line("job_type", name, kind.confidence, &kind.source);
    }
    if let Some(urgency) = &r.urgency {
        line("urgency", names::urgency(urgency.value), urgency.confidence, &urgency.source);
    }
    if let Some(problem) = &r.problem {
        line("problem", text(problem), problem.confidence, &problem.source);
    }
    for (wish, more) in wishes(&r.wishes) {
        let (field, value) = match &wish.value {
            Wish::Want { span } => ("want", span_words(*span, &zone)),
            Wish::Avoid { span } => ("avoid", span_words(*span, &zone)),
            Wish::Soonest => ("soonest", "as soon as possible".to_owned()),
            Wish::Unusable { why } => ("unusable_time", why.clone()),
        };
        let value = if more == 0 { value } else { format!("{value} and {more} more") };
        line(field, value, wish.confidence, &wish.source);
    }
    for access in &r.access {
        line("access", text(access), access.confidence, &access.source);
    }
    lines
}

/// Wishes by the words they come from: "any weekday" is one wish to people, and many spans to the planner.
fn wishes(all: &[Reading<Wish>]) -> Vec<(&Reading<Wish>, usize)> {
    let mut grouped: Vec<(&Reading<Wish>, usize)> = Vec::new();
    for wish in all {
        let same = |known: &Reading<Wish>| {
            known.source == wish.source
                && std::mem::discriminant(&known.value) == std::mem::discriminant(&wish.value)
        };
        match grouped.iter_mut().find(|(known, _)| same(known)) {
            Some((_, more)) => *more += 1,
            None => grouped.push((wish, 0)),
        }
    }
    grouped
}

/// `Mon 23 Nov` for a whole day, `Mon 23 Nov 8:00–10:00` for a part of one.
fn span_words(span: domain::Span, zone: &domain::tz::TimeZone) -> String {
    let day = span.start().to_zoned(zone.clone());
    if domain::Span::day(day.date(), zone).is_ok_and(|whole| whole == span) {
        return day.strftime("%a %-d %b").to_string();
    }
    domain::ArrivalWindow(span).label(zone)
}

fn reading(
    field: &str,
    value: String,
    confidence: domain::Confidence,
    source: &Source,
    turns: &[Turn],
) -> ReadingView {
    let confidence = f64::from(confidence.0) / 1000.0;
    let plain = |from: &str, words: String| ReadingView {
        field: field.to_owned(),
        value: value.clone(),
        confidence,
        from: from.to_owned(),
        turn: None,
        start: None,
        end: None,
        words,
    };
    match source {
        Source::Words(words) => {
            let (start, end) = utf16(words, turns);
            let shown = plain("words", words.text.clone());
            ReadingView { turn: Some(words.turn), start: Some(start), end: Some(end), ..shown }
        }
        Source::Field { field } => plain("field", field.clone()),
        Source::Person { .. } => plain("person", "entered by a person".to_owned()),
    }
}

/// Dangers with what to say first.
pub(crate) fn hazards(lead: &Lead, turns: &[Turn]) -> Vec<HazardView> {
    let Some(triage) = &lead.triage else { return Vec::new() };
    let show = |hazard: &domain::Hazard| {
        let (start, end) = utf16(&hazard.words, turns);
        HazardView {
            class: names::hazard(hazard.class),
            instruction: hazard.instruction.clone(),
            turn: hazard.words.turn,
            start,
            end,
            words: hazard.words.text.clone(),
        }
    };
    triage.hazards.iter().map(show).collect()
}

/// Byte offsets as JavaScript counts: in UTF-16 code units.
fn utf16(words: &Words, turns: &[Turn]) -> (u32, u32) {
    let text = turns.get(words.turn as usize).map_or("", |turn| turn.text.as_str());
    let units = |byte: u32| {
        let before = text.get(..byte as usize).unwrap_or(text);
        u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
    };
    (units(words.start), units(words.end))
}

/// A reservation with its provisional technician.
pub(crate) fn reservation(
    company: &Company,
    held: &Reservation,
    technicians: &[Technician],
) -> ReservationView {
    let name = technicians.iter().find(|one| one.id == held.placement.technician).map(|one| one.name.clone());
    let (state, until) = match &held.state {
        ReservationState::Held { until } => ("held", Some(*until)),
        ReservationState::Booked { .. } => ("booked", None),
        ReservationState::Released { .. } => ("released", None),
        ReservationState::Expired { .. } => ("expired", None),
    };
    ReservationView {
        id: held.id.to_string(),
        start: held.window.start(),
        end: held.window.end(),
        label: held.window.label(&company.zone_of_time()),
        until,
        state: state.to_owned(),
        technician: name.unwrap_or_default(),
        planned_start: held.placement.start,
    }
}

/// What authority concluded.
pub(crate) fn verdict(verdict: &Verdict) -> VerdictView {
    VerdictView {
        action: names::action(verdict.action),
        authority: names::authority(verdict.authority),
        rule_version: verdict.rule_version,
        trace: verdict.trace.iter().map(finding).collect(),
    }
}

/// One step of a decision.
pub(crate) fn finding(finding: &Finding) -> FindingView {
    FindingView {
        code: finding.code.clone(),
        rule: finding.rule,
        most: finding.most.map(names::authority),
        words: finding.words.clone(),
    }
}

/// A message.
pub(crate) fn message(message: &Message) -> MessageView {
    let (state, at, note) = match &message.state {
        MessageState::Draft => ("draft", None, None),
        MessageState::Queued { at, .. } => ("queued", Some(*at), None),
        MessageState::Sent { at, via } => ("sent", Some(*at), Some(via.clone())),
        MessageState::Failed { at, reason } => ("failed", Some(*at), Some(reason.clone())),
        MessageState::Discarded { at, reason } => ("discarded", Some(*at), Some(reason.clone())),
    };
    MessageView {
        id: message.id.to_string(),
        purpose: names::purpose(message.purpose),
        leaves_at: match &message.state {
            MessageState::Queued { due, .. } => *due,
            _ => None,
        },
        to: message.to.clone(),
        text: message.text.clone(),
        state: state.to_owned(),
        at,
        note,
    }
}

/// An escalation; `taken_by` is the name of the person who took it.
pub(crate) fn escalation(escalation: &Escalation, taken_by: Option<String>) -> EscalationView {
    EscalationView {
        id: escalation.id.to_string(),
        reason: escalation.reason.clone(),
        life_safety: escalation.life_safety,
        raised: escalation.raised,
        due: escalation.due,
        state: names::escalation(&escalation.state).to_owned(),
        taken_by,
    }
}

/// The job a lead became.
pub(crate) fn job_of(state: &LeadState) -> Option<domain::JobId> {
    match state {
        LeadState::Booked { job } => Some(*job),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_counted_as_javascript_counts() {
        let text = "¡hola! 😀 huele a gas";
        let start = text.find("huele").unwrap();
        let words =
            Words { turn: 0, start: start as u32, end: text.len() as u32, text: "huele a gas".into() };
        let turns = [Turn { speaker: Speaker::Customer, text: text.into() }];
        assert_eq!(utf16(&words, &turns), (10, 21));
    }

    #[test]
    fn a_long_problem_is_one_short_line() {
        assert_eq!(one_line("no\n heat"), "no heat");
        assert_eq!(one_line(&"é".repeat(200)).chars().count(), PROBLEM_CHARS + 1);
    }
}
