//! What follows from the readings: urgency, gaps, whether a person must answer, and the next question.

use crate::conversation::Conversation;
use crate::{language, person_only, question};
use domain::reading::PersonOnly;
use domain::{
    Company, Confidence, Gap, Hazard, HazardClass, Point, Readings, Source, Triage, Turn, Urgency, Wish,
    ZoneId,
};

/// A job type read with less than this is a gap: better one question more than the wrong technician.
const SURE_OF_JOB_TYPE: Confidence = Confidence(500);
/// Tokens read for reasons that need a person.
const READ_MOST: usize = 20_000;

/// Concludes from readings and hazards. Pure: the caller has looked the address up before.
///
/// `point` is where the address was found on the map and `zone` the company's zone that holds it; both are none when there is no
/// address or it was not found.
pub fn triage(
    company: &Company,
    readings: &Readings,
    hazards: &[Hazard],
    point: Option<Point>,
    zone: Option<ZoneId>,
    turns: &[Turn],
) -> Triage {
    let mut reasons = Vec::new();
    let urgency = urgency(company, readings, hazards, &mut reasons);
    let job_type = readings.job_type.as_ref().filter(|reading| reading.confidence >= SURE_OF_JOB_TYPE);
    if let Some(reading) = job_type
        && let Some(job_type) = company.job_type(reading.value)
    {
        reasons.push(format!("{} because of {}.", job_type.name, said(&reading.source)));
    }
    let gaps = gaps(readings, job_type.is_some(), point, zone);
    reasons.extend(gaps.iter().map(|gap| gap_in_words(*gap, readings)));
    if let Some(zone) = zone.and_then(|zone| company.zone(zone)) {
        reasons.push(format!("The address lies in the zone {}.", zone.name));
    }
    let conversation = Conversation::of(turns, READ_MOST);
    let mut person_only = Vec::new();
    for (why, words) in person_only::reasons(&conversation) {
        person_only.push(why);
        reasons.push(format!("A person answers: {} (“{}”).", in_words(why), words.text));
    }
    let life = hazards.iter().any(|hazard| hazard.class.threatens_life());
    let asks = !life && person_only.is_empty() && urgency != Urgency::None;
    let about = question::About {
        trade: readings.trade.as_ref().map(|reading| reading.value),
        problem_told: readings.problem.is_some(),
        spanish: language::is_spanish(turns),
        unusable: unusable(readings),
    };
    let question = if asks { question::next(&gaps, &about) } else { None };
    if life {
        reasons.push("Nothing more is asked: lives come first, a person calls back.".to_owned());
    }
    Triage {
        urgency,
        job_type: job_type.map(|reading| reading.value),
        zone,
        gaps,
        hazards: hazards.to_vec(),
        person_only,
        question,
        reasons,
    }
}

/// A hazard is an emergency; else the customer's words decide; else the job type's own urgency.
fn urgency(company: &Company, readings: &Readings, hazards: &[Hazard], reasons: &mut Vec<String>) -> Urgency {
    for hazard in hazards {
        reasons.push(format!("Emergency: {} (“{}”).", danger(hazard.class), hazard.words.text));
    }
    if !hazards.is_empty() {
        return Urgency::Emergency;
    }
    if let Some(reading) = &readings.urgency {
        reasons.push(format!("{} because of {}.", urgency_in_words(reading.value), said(&reading.source)));
        return reading.value;
    }
    if let Some(job_type) = readings.job_type.as_ref().and_then(|reading| company.job_type(reading.value)) {
        reasons.push(format!("{}: {} usually is.", urgency_in_words(job_type.urgency), job_type.name));
        return job_type.urgency;
    }
    reasons.push("Routine: nothing in the words says more.".to_owned());
    Urgency::Routine
}

fn gaps(readings: &Readings, job_type: bool, point: Option<Point>, zone: Option<ZoneId>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if readings.name.is_none() {
        gaps.push(Gap::Name);
    }
    if readings.phones.is_empty() {
        gaps.push(Gap::Phone);
    }
    match (&readings.address, point, zone) {
        (None, ..) => gaps.push(Gap::Address),
        (Some(_), None, _) => gaps.push(Gap::AddressNotFound),
        (Some(_), Some(_), None) => gaps.push(Gap::OutOfArea),
        (Some(_), Some(_), Some(_)) => {}
    }
    if !job_type {
        gaps.push(Gap::JobType);
    }
    if unusable(readings).is_some() {
        gaps.push(Gap::WishedTime);
    }
    gaps
}

/// Why a wished time cannot be used, when that is all they wished for.
fn unusable(readings: &Readings) -> Option<&str> {
    if readings.wishes.iter().any(|wish| matches!(wish.value, Wish::Want { .. } | Wish::Soonest)) {
        return None;
    }
    readings.wishes.iter().find_map(|wish| match &wish.value {
        Wish::Unusable { why } => Some(why.as_str()),
        _ => None,
    })
}

fn gap_in_words(gap: Gap, readings: &Readings) -> String {
    let address = || readings.address.as_ref().map(|reading| reading.value.to_string()).unwrap_or_default();
    match gap {
        Gap::Name => "The name is missing.".to_owned(),
        Gap::Phone => "The phone is missing.".to_owned(),
        Gap::Address => "The address is missing.".to_owned(),
        Gap::AddressNotFound => format!("{} was not found on the map.", address()),
        Gap::OutOfArea => format!("{} lies outside our area.", address()),
        Gap::JobType => "The kind of work is not clear.".to_owned(),
        Gap::WishedTime => {
            format!("The wished time cannot be used: {}.", unusable(readings).unwrap_or_default())
        }
    }
}

fn said(source: &Source) -> String {
    match source {
        Source::Words(words) => format!("“{}”", words.text),
        Source::Field { field } => format!("the field {field}"),
        Source::Person { .. } => "what a person entered".to_owned(),
    }
}

fn urgency_in_words(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::None => "Not a request for work",
        Urgency::Routine => "Routine",
        Urgency::Urgent => "Urgent",
        Urgency::Emergency => "Emergency",
    }
}

fn danger(class: HazardClass) -> &'static str {
    match class {
        HazardClass::Gas => "gas",
        HazardClass::CarbonMonoxide => "carbon monoxide",
        HazardClass::Fire => "fire, smoke or electricity",
        HazardClass::Flood => "water or sewage in the house",
        HazardClass::Vulnerable => "a vulnerable person without something essential",
        HazardClass::Structure => "the building may fall",
        HazardClass::GarageDoor => "a garage door traps or may fall",
        HazardClass::Person => "a person is hurt or threatened",
        HazardClass::NotRead => "not read, treat as possibly dangerous",
    }
}

fn in_words(why: PersonOnly) -> &'static str {
    match why {
        PersonOnly::Complaint => "a complaint",
        PersonOnly::Refund => "money back",
        PersonOnly::Legal => "a legal or insurance matter",
        PersonOnly::Warranty => "a warranty or recall",
        PersonOnly::AsksForPerson => "they ask for a person",
        PersonOnly::Stop => "they cancel or want no more messages",
        PersonOnly::NotRead => "the message could not be read",
    }
}
