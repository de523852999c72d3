//! The stored form of every record: the names in `stored.jsonl` are on disks of people, so they are never changed.
//!
//! Each line holds a noun and a record as some version of the program wrote it. It must be read, and written again just
//! so. A field that was renamed fails here; a new one is `#[serde(default)]`, and gets a line of its own. A record that
//! has to change takes a migration.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::authority::RuleSet;
use domain::{
    Appointment, Company, ContactEvent, Customer, Entry, Escalation, Job, Lead, Location, Message,
    NonJobEvent, Reservation, Shift, Suggestion, Technician, User,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Again = fn(&str) -> Result<Value, serde_json::Error>;

fn again<T: Serialize + DeserializeOwned>(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}

/// Everything that is kept as JSON; the journal's entries as well.
const KEPT: [(&str, Again); 17] = [
    ("appointment", again::<Appointment>),
    ("company", again::<Company>),
    ("contact", again::<ContactEvent>),
    ("customer", again::<Customer>),
    ("entry", again::<Entry>),
    ("escalation", again::<Escalation>),
    ("event", again::<NonJobEvent>),
    ("job", again::<Job>),
    ("lead", again::<Lead>),
    ("location", again::<Location>),
    ("message", again::<Message>),
    ("reservation", again::<Reservation>),
    ("rule_set", again::<RuleSet>),
    ("shift", again::<Shift>),
    ("suggestion", again::<Suggestion>),
    ("technician", again::<Technician>),
    ("user", again::<User>),
];

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("stored.jsonl").lines().map(|line| line.split_once('\t').expect("a noun and a record"))
}

#[test]
fn what_was_stored_is_read_and_written_again_just_so() {
    let kept: BTreeMap<&str, Again> = KEPT.into_iter().collect();
    for (noun, text) in lines() {
        let read = kept[noun](text).unwrap_or_else(|error| panic!("{noun} {text}: {error}"));
        assert_eq!(read, serde_json::from_str::<Value>(text).unwrap(), "{noun}");
    }
}

#[test]
fn every_kind_of_record_and_every_state_has_a_line() {
    let mut nouns = BTreeSet::new();
    // What a part is called, and the names that were seen of it: `is` of a lead, `move`, `kind` of an entry.
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (noun, text) in lines() {
        nouns.insert(noun);
        collect(noun, &serde_json::from_str(text).unwrap(), &mut names);
    }
    assert_eq!(nouns, KEPT.iter().map(|(noun, _)| *noun).collect());
    let count = |part: &str| names.get(part).map_or(0, BTreeSet::len);
    // How many variants there are; a new one needs its line, and then this number.
    let expected = [
        ("lead.is", 18),
        ("appointment.is", 8),
        ("reservation.is", 4),
        ("suggestion.is", 3),
        ("message.is", 5),
        ("escalation.is", 3),
        ("message.purpose", 3),
        ("lead.channel", 8),
        ("lead.wish", 4),
        ("lead.class", 9),
        ("lead.who", 7),
        ("lead.action", 5),
        ("suggestion.move", 12),
        ("suggestion.step", 6),
        ("rule_set.on", 10),
        ("entry.kind", 31),
        ("entry.noun", 10),
        ("user.role", 6),
        ("customer.class", 4),
        ("company.trade", 7),
        ("company.urgency", 4),
    ];
    for (part, variants) in expected {
        assert_eq!(count(part), variants, "{part}: {:?}", names.get(part));
    }
}

fn collect(noun: &str, value: &Value, names: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                if let Value::String(name) = value {
                    names.entry(format!("{noun}.{field}")).or_default().insert(name.clone());
                }
                collect(noun, value, names);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(noun, value, names)),
        _ => {}
    }
}
