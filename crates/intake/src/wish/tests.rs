use super::*;
use crate::sample;

/// On Saturday, 21 November 2026, 09:40 in Columbus. `+` is a wish, `-` an exclusion.
fn check(text: &str, expect: &str) {
    let now: Timestamp = "2026-11-21T14:40:00Z".parse().unwrap();
    let company = sample::company();
    let reader = Reader::new(&company, now);
    let zone = company.zone_of_time();
    let show = |span: Span| {
        let from = span.start().to_zoned(zone.clone()).strftime("%d %H:%M").to_string();
        format!("{from}-{}", span.end().to_zoned(zone.clone()).strftime("%H:%M"))
    };
    let tokens = Tokens::of(text);
    let wishes: Vec<String> = reader
        .find(&tokens, false)
        .into_iter()
        .map(|(wish, ..)| match wish {
            Wish::Want { span } => format!("+{}", show(span)),
            Wish::Avoid { span } => format!("-{}", show(span)),
            Wish::Soonest => "soonest".to_owned(),
            Wish::Unusable { why } => format!("!{why}"),
        })
        .collect();
    assert_eq!(wishes.join(", "), expect, "{text}");
}

#[test]
fn days_and_times_are_joined() {
    check("tomorrow morning", "+22 07:00-12:00");
    check("Tuesday after 3", "+24 15:00-00:00");
    check("after 3 on Tuesday please", "+24 15:00-00:00");
    check("Monday or Tuesday morning", "+23 07:00-12:00, +24 07:00-12:00");
    check("Monday morning or Tuesday after 3", "+23 07:00-12:00, +24 15:00-00:00");
    check("tomorrow afternoon after 2", "+22 14:00-17:00");
    check("Tuesday at 9 or 11", "+24 09:00-10:00");
    check("Nov 24th between 8 and 10", "+24 08:00-10:00");
    check("this weekend", "+21 09:40-00:00, +22 00:00-00:00");
    check("could someone come tonight", "+21 18:00-00:00");
    check("asap", "soonest");
    check("need someone today or tonight", "+21 09:40-00:00");
    check("can sumone come tommorow befor noon i work at 1", "+22 00:00-12:00, -22 13:00-00:00");
    check("Weekends", "+21 09:40-00:00, +22 00:00-00:00, +28 00:00-00:00, +29 00:00-00:00");
    check("as soon as possible, tomorrow is fine too", "soonest, +22 00:00-00:00");
    check("before Tuesday", "+21 09:40-00:00");
    check("by Monday please", "+21 09:40-00:00");
    check("mañana por la mañana", "+22 07:00-12:00");
    check("el lunes después de las 3", "+23 15:00-00:00");
}

#[test]
fn exclusions_hold_for_every_day_that_can_be_booked() {
    check("any day but Thursday", "-26 00:00-00:00, -03 00:00-00:00");
    check("not this Thursday", "-26 00:00-00:00");
    check("Thursday doesn't work for me", "-26 00:00-00:00, -03 00:00-00:00");
    check("I can't do Monday", "-23 00:00-00:00, -30 00:00-00:00");
    check("Tuesday but not before noon", "+24 12:00-00:00, -24 00:00-12:00");
    check(
        "mornings only, not tomorrow",
        "+21 09:40-12:00, +23 07:00-12:00, +24 07:00-12:00, +25 07:00-12:00, +26 07:00-12:00, +27 07:00-12:00, -22 00:00-00:00",
    );
    check("trabajo el lunes", "-23 00:00-00:00, -30 00:00-00:00");
    check("I work Mondays", "-23 00:00-00:00, -30 00:00-00:00");
    check("not before Tuesday", "-21 09:40-00:00");
}

#[test]
fn a_time_alone_is_its_next_occurrence_or_a_habit() {
    check("at 3", "+21 15:00-16:00");
    check("at 8 am", "+22 08:00-09:00");
    check(
        "mornings are best",
        "+21 09:40-12:00, +22 07:00-12:00, +23 07:00-12:00, +24 07:00-12:00, +25 07:00-12:00, +26 07:00-12:00, +27 07:00-12:00",
    );
}

#[test]
fn what_is_taken_back_counts_no_more() {
    check("Tuesday, no wait, Wednesday", "+25 00:00-00:00");
    check("tomorrow at 9, sorry I mean Monday at 9", "+23 09:00-10:00");
}

#[test]
fn the_past_is_no_wish() {
    for text in [
        "",
        "it quit Tuesday",
        "no heat since yesterday",
        "since last Tuesday morning",
        "the furnace stopped this morning",
        "good morning",
        "you guys were here on Friday",
        "my furnace won't turn on today",
        "Morning. Two outlets are dead",
        "I just got home from my night shift",
        "we open for dinner at four",
        "the front is locked until four",
        "he gets married a week from Saturday",
        "it is about 1,700 sq ft",
    ] {
        check(text, "");
    }
}

/// The same for a box, where everything is meant as a time.
fn check_box(text: &str, expect: &str) {
    let now: Timestamp = "2026-11-21T14:40:00Z".parse().unwrap();
    let zone = sample::company().zone_of_time();
    let wishes: Vec<String> = wishes(&sample::company(), text, now)
        .into_iter()
        .map(|wish| match wish {
            Wish::Want { span } => format!("+{}", span.start().to_zoned(zone.clone()).strftime("%d %H:%M")),
            Wish::Unusable { why } => format!("!{why}"),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(wishes.join(", "), expect, "{text}");
}

#[test]
fn a_time_that_cannot_be_is_read_as_such() {
    check("please come February 31 at 10", "!February 31 does not exist");
    check("10 am on February 31 please", "!February 31 does not exist");
    check("the 31st of April between 8 and 10 works", "!April 31 does not exist");
    check("31 de febrero por la mañana", "!February 31 does not exist");
    check("Feb 29, 2027 works", "!February 29, 2027 does not exist");
    check("on 2/30", "!February 30 does not exist");
    check("2026-11-31 would be good", "!November 31, 2026 does not exist");
    check("could you do the 31st", "!November 31 does not exist");
    check("come at 25:30", "!25:30 is no time of day");
    check("Tuesday morning or February 30", "+24 07:00-12:00, !February 30 does not exist");
    check_box("February 31 at 10", "!February 31 does not exist");
    check_box("Feb 35", "!February 35 does not exist");
    check_box("13/40", "!there is no month 13");
    check_box("10:75", "!10:75 is no time of day");
    check_box("2020-01-05 9am", "!January 5, 2020 is over");
    check_box("November 3", "!November 3 is over");
    check_box("today at 8 am", "!\u{201c}today at 8 am\u{201d} is over");
    check_box("tomorrow at 8 am", "+22 08:00");
}

#[test]
fn other_numbers_are_no_impossible_times() {
    for text in [
        "installed Nov 98",
        "since Feb 2019",
        "2/30 amp breakers are out",
        "the ratio is 31/31",
        "we are open 24/7",
        "Monroe Ave 31, apartment 30",
        "it broke on the 31st floor",
        "error 30:99 on the panel",
    ] {
        check(text, "");
    }
    check_box("24/7", "");
    check_box("1/2 day is fine", "");
}
