//! The twenty requests of the sample company, read and triaged; the snapshot is reviewed by eye.

use crate::{gate, read, sample, triage};
use domain::lead::Sender;
use domain::{Channel, Company, Point, Reading, Source, Speaker, Timestamp, Turn, Wish};
use expect_test::expect_file;
use proptest::prelude::*;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct Request {
    channel: Channel,
    minutes_ago: u32,
    sender: Boxes,
    turns: Vec<Turn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boxes {
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
    preferred_time: Option<String>,
}

/// Saturday, 21 November 2026, 09:40 in Columbus.
fn now() -> Timestamp {
    "2026-11-21T14:40:00Z".parse().unwrap()
}

fn requests() -> Vec<(String, Request, Sender)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/requests");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let request: Request = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let boxes = &request.sender;
        let sender = Sender {
            name: boxes.name.clone(),
            phone: boxes.phone.clone(),
            email: boxes.email.clone(),
            address: boxes.address.clone(),
            preferred_time: boxes.preferred_time.clone(),
        };
        (name, request, sender)
    };
    files.iter().map(read).collect()
}

fn line<T>(out: &mut String, name: &str, reading: &Reading<T>, value: impl std::fmt::Display) {
    let from = match &reading.source {
        Source::Words(words) => format!("{}:{}..{} “{}”", words.turn, words.start, words.end, words.text),
        Source::Field { field } => format!("[{field}]"),
        Source::Person { .. } => "a person".to_owned(),
    };
    let from = from.replace('\n', "⏎");
    writeln!(out, "  {name}: {value} ({}) {from}", reading.confidence.0).unwrap();
}

fn wish(company: &Company, wish: &Wish) -> String {
    let show = |at: Timestamp| at.to_zoned(company.zone_of_time()).strftime("%a %d %H:%M").to_string();
    match wish {
        Wish::Want { span } => format!("want {} to {}", show(span.start()), show(span.end())),
        Wish::Avoid { span } => format!("avoid {} to {}", show(span.start()), show(span.end())),
        Wish::Soonest => "soonest".to_owned(),
        Wish::Unusable { why } => format!("cannot be used: {why}"),
    }
}

fn show(company: &Company, sender: &Sender, turns: &[Turn]) -> String {
    let mut out = String::new();
    let hazards = gate(turns);
    let readings = read(company, sender, turns, now());
    for hazard in &hazards {
        writeln!(out, "  HAZARD {:?} “{}”", hazard.class, hazard.words.text).unwrap();
    }
    readings.name.iter().for_each(|reading| line(&mut out, "name", reading, &reading.value));
    readings.phones.iter().for_each(|reading| line(&mut out, "phone", reading, &reading.value));
    readings.emails.iter().for_each(|reading| line(&mut out, "email", reading, &reading.value));
    readings.address.iter().for_each(|reading| line(&mut out, "address", reading, &reading.value));
    readings
        .trade
        .iter()
        .for_each(|reading| line(&mut out, "trade", reading, format!("{:?}", reading.value)));
    if let Some(reading) = &readings.job_type {
        line(&mut out, "job type", reading, &company.job_type(reading.value).unwrap().name);
    }
    readings
        .urgency
        .iter()
        .for_each(|reading| line(&mut out, "urgency", reading, format!("{:?}", reading.value)));
    readings.problem.iter().for_each(|reading| line(&mut out, "problem", reading, "="));
    readings.wishes.iter().for_each(|reading| line(&mut out, "wish", reading, wish(company, &reading.value)));
    readings.access.iter().for_each(|reading| line(&mut out, "access", reading, "="));
    // As if the map knew each address, outside all zones only the one in Cambridge.
    let point = readings.address.as_ref().map(|_| Point { lat: 39.97, lon: -82.99 });
    let outside = readings.address.as_ref().is_some_and(|reading| reading.value.city == "Cambridge");
    let zone = point.and_then(|_| (!outside).then_some(company.zones[0].id));
    let triage = triage(company, &readings, &hazards, point, zone, turns);
    writeln!(out, "  -> {:?}, gaps {:?}, person {:?}", triage.urgency, triage.gaps, triage.person_only)
        .unwrap();
    writeln!(out, "  -> {}", triage.question.unwrap_or_else(|| "no question".to_owned())).unwrap();
    out
}

#[test]
fn the_twenty_requests_are_read_as_a_person_reads_them() {
    let company = sample::company();
    let mut out = String::new();
    for (name, request, sender) in requests() {
        assert!(request.minutes_ago < 24 * 60, "{name}");
        writeln!(out, "{name} ({:?})\n{}", request.channel, show(&company, &sender, &request.turns)).unwrap();
    }
    expect_file!["../../cases/requests.txt"].assert_eq(&out);
}

#[test]
fn there_are_twenty_requests_through_every_channel() {
    let requests = requests();
    assert_eq!(requests.len(), 20);
    for channel in [
        Channel::Call,
        Channel::Voicemail,
        Channel::Sms,
        Channel::Chat,
        Channel::Form,
        Channel::Email,
        Channel::Marketplace,
    ] {
        assert!(requests.iter().any(|(_, request, _)| request.channel == channel), "{channel:?}");
    }
}

#[test]
fn reading_twice_gives_the_same() {
    let company = sample::company();
    for (name, request, sender) in requests() {
        let read = || read(&company, &sender, &request.turns, now());
        assert_eq!(read(), read(), "{name}");
    }
}

#[test]
fn odd_and_endless_texts_are_read_in_bounds() {
    let company = sample::company();
    for text in [
        "x".repeat(1_000_000),
        "614-555-0142 ".repeat(80_000),
        "monday or tuesday after 3 ".repeat(40_000),
        "1418 summit st ".repeat(70_000),
        "a@b.co ".repeat(150_000),
        "my name is ".repeat(100_000),
        "🔥\u{202E}\u{200B}é".repeat(100_000),
        "one two three ".repeat(80_000),
        "no wait ".repeat(120_000),
    ] {
        let turns = [Turn { speaker: Speaker::Customer, text }];
        let readings = read(&company, &Sender::default(), &turns, now());
        assert!(readings.phones.len() <= 32 && readings.wishes.len() <= 32 && readings.emails.len() <= 32);
    }
}

fn sources(readings: &domain::Readings) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    all.extend(readings.name.iter().map(|reading| reading.source.clone()));
    all.extend(
        readings
            .phones
            .iter()
            .chain(&readings.emails)
            .chain(&readings.access)
            .map(|reading| reading.source.clone()),
    );
    all.extend(readings.address.iter().map(|reading| reading.source.clone()));
    all.extend(readings.trade.iter().map(|reading| reading.source.clone()));
    all.extend(readings.job_type.iter().map(|reading| reading.source.clone()));
    all.extend(readings.urgency.iter().map(|reading| reading.source.clone()));
    all.extend(readings.problem.iter().map(|reading| reading.source.clone()));
    all.extend(readings.wishes.iter().map(|reading| reading.source.clone()));
    all
}

/// Pieces of requests that every room has something to say about, to be shaken together with noise.
const PIECES: &[&str] = &[
    "my name is Ann Lee",
    "this is ",
    "1418 Summit St",
    ", Columbus OH 43201",
    "no wait",
    "not 1480",
    "apt 2B",
    "614-555-0142",
    "six one four",
    "five five five",
    "ann at gmail dot com",
    "@",
    "a.b@c.org",
    "no heat",
    "toilet clogged",
    "Tuesday",
    "after 3",
    "between 8 and 10",
    "any day but",
    "11/24",
    "the 24th",
    "asap",
    "the gate code is 12",
    "dog",
    "\n",
    ".",
    ",",
    "-",
    "(",
    ")",
    "+1",
    "/",
    ":",
    "noon",
    "mañana",
    "el lunes",
    "N 4th",
    "#",
    "a.m.",
    "12:",
    "99",
    "\u{200B}",
    "🔥",
    "é",
    "\u{92}",
    "ß",
    "İ",
    "ﬁ",
    "１２",
    "St.",
    "Mrs.",
    "from",
    "to",
    "zip",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn words_of_every_reading_are_exact(
        parts in prop::collection::vec(
            prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,12}"], 0..24),
        agent in "\\PC{0,12}|what is your name\\?|address\\?|zip\\?",
        boxed in "\\PC{0,20}",
    ) {
        let company = sample::company();
        let half = parts.len() / 2;
        let turns = [
            Turn { speaker: Speaker::Customer, text: parts[..half].join(" ") },
            Turn { speaker: Speaker::Agent, text: agent },
            Turn { speaker: Speaker::Customer, text: parts[half..].concat() },
        ];
        let sender = Sender {
            name: Some(boxed.clone()),
            phone: Some(boxed.clone()),
            email: Some(boxed.clone()),
            address: Some(boxed.clone()),
            preferred_time: Some(boxed),
        };
        let readings = read(&company, &sender, &turns, now());
        for source in sources(&readings) {
            if let Source::Words(words) = source {
                let turn = &turns[words.turn as usize];
                prop_assert_eq!(turn.speaker, Speaker::Customer);
                prop_assert_eq!(turn.text.get(words.start as usize..words.end as usize), Some(&*words.text));
                prop_assert!(!words.text.is_empty());
            }
        }
        triage(&company, &readings, &gate(&turns), None, None, &turns);
    }
}
