//! From the contacts of a lead to what was understood and concluded. Pure: the places and the clock come in.

use super::danger;
use crate::places::Places;
use domain::lead::Sender;
use domain::{
    Company, ContactEvent, Hazard, Lead, Point, Reading, Readings, Source, Timestamp, Triage, Turn, ZoneId,
};

/// What was understood and concluded.
#[derive(Debug, Clone)]
pub(crate) struct Understood {
    pub(crate) readings: Readings,
    pub(crate) triage: Triage,
    pub(crate) point: Option<Point>,
    pub(crate) zone: Option<ZoneId>,
}

/// Reads a lead afresh. What a person entered stays, whatever the words say.
pub(crate) fn read(
    company: &Company,
    lead: &Lead,
    contacts: &[ContactEvent],
    places: &Places,
    now: Timestamp,
) -> Understood {
    let turns = turns(contacts);
    // The gate comes first and apart from everything else.
    let hazards = danger::gate(&turns);
    let fresh = intake::read(company, &sender(contacts), &turns, now);
    let readings = with_entries_of_people(fresh, &lead.readings);
    conclude(company, readings, &hazards, &turns, places)
}

/// Concludes again from readings that a person changed.
pub(crate) fn conclude(
    company: &Company,
    readings: Readings,
    hazards: &[Hazard],
    turns: &[Turn],
    places: &Places,
) -> Understood {
    let address = readings.address.as_ref().map(|address| &address.value);
    let point = address.and_then(|address| places.find(address)).map(|found| found.point);
    let zip = address.map(|address| address.zip.as_str()).filter(|zip| !zip.is_empty());
    let zone = company.zone_at(zip, point).map(|zone| zone.id);
    let triage = intake::triage(company, &readings, hazards, point, zone, turns);
    Understood { readings, triage, point, zone }
}

/// All turns of all contacts, oldest first.
pub(crate) fn turns(contacts: &[ContactEvent]) -> Vec<Turn> {
    contacts.iter().flat_map(|contact| contact.turns.iter().cloned()).collect()
}

/// What the channels tell of the sender: the newest word on each field.
fn sender(contacts: &[ContactEvent]) -> Sender {
    contacts.iter().rev().fold(Sender::default(), |known, contact| Sender {
        name: known.name.or_else(|| contact.sender.name.clone()),
        phone: known.phone.or_else(|| contact.sender.phone.clone()),
        email: known.email.or_else(|| contact.sender.email.clone()),
        address: known.address.or_else(|| contact.sender.address.clone()),
        preferred_time: known.preferred_time.or_else(|| contact.sender.preferred_time.clone()),
    })
}

fn with_entries_of_people(mut fresh: Readings, before: &Readings) -> Readings {
    keep(&mut fresh.name, before.name.as_ref());
    keep(&mut fresh.address, before.address.as_ref());
    keep(&mut fresh.job_type, before.job_type.as_ref());
    keep(&mut fresh.urgency, before.urgency.as_ref());
    keep_first(&mut fresh.phones, &before.phones);
    keep_first(&mut fresh.emails, &before.emails);
    if before.wishes.iter().any(by_a_person) {
        fresh.wishes.clone_from(&before.wishes);
    }
    fresh
}

fn keep<T: Clone>(fresh: &mut Option<Reading<T>>, before: Option<&Reading<T>>) {
    if let Some(entered) = before.filter(|reading| by_a_person(reading)) {
        *fresh = Some(entered.clone());
    }
}

fn keep_first<T: Clone + PartialEq>(fresh: &mut Vec<Reading<T>>, before: &[Reading<T>]) {
    let entered: Vec<Reading<T>> = before.iter().filter(|reading| by_a_person(reading)).cloned().collect();
    fresh.retain(|reading| entered.iter().all(|known| known.value != reading.value));
    fresh.splice(0..0, entered);
}

fn by_a_person<T>(reading: &Reading<T>) -> bool {
    matches!(reading.source, Source::Person { .. })
}
