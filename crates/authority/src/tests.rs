use crate::{decide, follows, starter};
use domain::authority::{Action, Authority, Case, RuleSet, Signature, When};
use domain::reading::{Gap, HazardClass, PersonOnly};
use domain::{BusinessUnitId, Cents, Channel, Confidence, CustomerClass, JobTypeId, Trade, Urgency, UserId};
use expect_test::{Expect, expect};
use jiff::civil::time;

fn tune_up() -> Case {
    Case {
        at: "2026-11-21T14:40:00Z".parse().unwrap(),
        time_of_day: time(9, 40, 0, 0),
        channel: Channel::Form,
        customer: CustomerClass::Returning,
        hazards: vec![],
        person_only: vec![],
        gaps: vec![],
        urgency: Urgency::Routine,
        job_type: Some(JobTypeId(3)),
        trade: Some(Trade::Hvac),
        unit: Some(BusinessUnitId(1)),
        value: Some(Cents::dollars(180)),
        confidence: Confidence(950),
        unquoted: vec![],
        windows: 4,
        wish_met: None,
        corrected: false,
    }
}

fn signed(base: Authority) -> RuleSet {
    let at = "2026-11-01T12:00:00Z".parse().unwrap();
    starter(7, base, Some(Signature { user: UserId(1), name: "Dana".to_owned(), at }))
}

/// Tells the action, the authority, and every finding after the base.
fn check(case: &Case, rules: &RuleSet, expect: &Expect) {
    let verdict = decide(case, rules);
    assert!(follows(&verdict, case, rules), "asking again gives the same answer");
    let trace: Vec<&str> = verdict.trace[1..].iter().map(|finding| finding.words.as_str()).collect();
    expect.assert_eq(&format!("{:?} under {:?}: {}", verdict.action, verdict.authority, trace.join("; ")));
}

#[test]
fn a_plain_request_follows_the_mode() {
    check(&tune_up(), &signed(Authority::Assist), &expect!["Draft under Assist: "]);
    check(&tune_up(), &signed(Authority::Approve), &expect!["Reserve under Approve: "]);
    check(&tune_up(), &signed(Authority::Auto), &expect!["Book under Auto: "]);
}

#[test]
fn rules_that_nobody_signed_and_the_kill_switch_allow_only_assist() {
    let unsigned = RuleSet { signed: None, ..signed(Authority::Auto) };
    check(&tune_up(), &unsigned, &expect!["Draft under Assist: nobody signed this version of the rules"]);
    let stopped = RuleSet { kill_switch: true, ..signed(Authority::Auto) };
    check(&tune_up(), &stopped, &expect!["Draft under Assist: everything automatic is stopped"]);
}

#[test]
fn the_least_ceiling_wins_and_is_told() {
    let dear = Case { value: Some(Cents::dollars(9_000)), ..tune_up() };
    check(
        &dear,
        &signed(Authority::Auto),
        &expect![
            "Reserve under Approve: rule 1: at most Approve because high-value work is shown to a person first"
        ],
    );
    let unsure = Case { confidence: Confidence(600), ..tune_up() };
    check(
        &unsure,
        &signed(Authority::Auto),
        &expect![
            "Reserve under Approve: rule 2: at most Approve because something it rests on is not read surely"
        ],
    );
    let no_price = Case { value: None, ..tune_up() };
    check(
        &no_price,
        &signed(Authority::Auto),
        &expect![
            "Reserve under Approve: rule 1: at most Approve because high-value work is shown to a person first"
        ],
    );
}

#[test]
fn what_no_rule_can_outvote_goes_to_a_person() {
    let auto = signed(Authority::Auto);
    for class in [
        HazardClass::Gas,
        HazardClass::CarbonMonoxide,
        HazardClass::Fire,
        HazardClass::Flood,
        HazardClass::Vulnerable,
        HazardClass::Structure,
        HazardClass::GarageDoor,
        HazardClass::Person,
        HazardClass::NotRead,
    ] {
        let verdict = decide(&Case { hazards: vec![class], ..tune_up() }, &auto);
        assert_eq!((verdict.action, verdict.authority), (Action::Escalate, Authority::Assist), "{class:?}");
    }
    for why in [
        PersonOnly::Complaint,
        PersonOnly::Refund,
        PersonOnly::Legal,
        PersonOnly::Warranty,
        PersonOnly::AsksForPerson,
        PersonOnly::Stop,
        PersonOnly::NotRead,
    ] {
        assert_eq!(
            decide(&Case { person_only: vec![why], ..tune_up() }, &auto).action,
            Action::Escalate,
            "{why:?}"
        );
    }
    for case in [
        Case { customer: CustomerClass::DoNotService, ..tune_up() },
        Case { gaps: vec![Gap::OutOfArea], ..tune_up() },
        Case { windows: 0, ..tune_up() },
        Case { urgency: Urgency::None, ..tune_up() },
    ] {
        assert_eq!(decide(&case, &auto).action, Action::Escalate, "{case:?}");
    }
}

#[test]
fn a_gap_asks_and_unquoted_readings_never_book() {
    let auto = signed(Authority::Auto);
    check(
        &Case { gaps: vec![Gap::Address], windows: 0, ..tune_up() },
        &auto,
        &expect!["Ask under Assist: a booking still needs an address"],
    );
    check(
        &Case { unquoted: vec!["address".to_owned()], ..tune_up() },
        &auto,
        &expect!["Draft under Assist: no words of the customer vouch for the address"],
    );
    check(
        &Case { wish_met: Some(false), ..tune_up() },
        &auto,
        &expect!["Reserve under Approve: no window they asked for fits, so a person chooses"],
    );
    check(
        &Case { corrected: true, ..tune_up() },
        &auto,
        &expect!["Reserve under Approve: a person just corrected it, so a person approves"],
    );
}

#[test]
fn every_kind_of_ceiling_applies_where_it_says_and_nowhere_else() {
    let table = [
        (When::Always, true),
        (When::Unit { unit: BusinessUnitId(1) }, true),
        (When::Unit { unit: BusinessUnitId(2) }, false),
        (When::Trade { trade: Trade::Hvac }, true),
        (When::Trade { trade: Trade::Plumbing }, false),
        (When::JobType { job_type: JobTypeId(3) }, true),
        (When::JobType { job_type: JobTypeId(4) }, false),
        (When::Channel { channel: Channel::Form }, true),
        (When::Channel { channel: Channel::Sms }, false),
        (When::Hours { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) }, true),
        (When::Hours { from: time(22, 0, 0, 0), to: time(6, 0, 0, 0) }, false),
        (When::Hours { from: time(22, 0, 0, 0), to: time(9, 41, 0, 0) }, true),
        (When::Customer { class: CustomerClass::Returning }, true),
        (When::Customer { class: CustomerClass::New }, false),
        (When::ConfidenceBelow { least: Confidence(951) }, true),
        (When::ConfidenceBelow { least: Confidence(950) }, false),
        (When::ValueAbove { most: Cents::dollars(179) }, true),
        (When::ValueAbove { most: Cents::dollars(180) }, false),
        (When::UrgencyFrom { least: Urgency::Routine }, true),
        (When::UrgencyFrom { least: Urgency::Urgent }, false),
    ];
    for (when, applies) in table {
        let mut rules = signed(Authority::Auto);
        rules.ceilings[0].when = when.clone();
        rules.ceilings.truncate(1);
        assert_eq!(decide(&tune_up(), &rules).authority == Authority::Approve, applies, "{when:?}");
    }
}
