//! Facts that no rule can outvote: what always goes to a person, whatever the company signed.

use domain::CustomerClass;
use domain::authority::{Authority, Case, Finding};
use domain::reading::{Gap, HazardClass, PersonOnly};

/// Codes after which a person has to take over.
const ESCALATE: [&str; 6] =
    ["hazard", "person_only", "do_not_service", "out_of_area", "no_window", "not_a_request"];

/// Whether a finding with this code calls a person.
pub(crate) fn escalates(code: &str) -> bool {
    ESCALATE.contains(&code)
}

/// Every such fact of a case, in the order of weight.
pub(crate) fn findings(case: &Case) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    found.extend(
        case.hazards.iter().map(|class| assist("hazard", format!("a danger was found: {}", hazard(*class)))),
    );
    found.extend(case.person_only.iter().map(|why| assist("person_only", person_only(*why).to_owned())));
    if case.customer == CustomerClass::DoNotService {
        found.push(assist(
            "do_not_service",
            "this customer is not to be served until a person says so".to_owned(),
        ));
    }
    if case.urgency == domain::Urgency::None && case.gaps.is_empty() {
        found.push(assist("not_a_request", "the words do not ask for work".to_owned()));
    }
    found.extend(case.gaps.iter().map(|gap| match gap {
        Gap::OutOfArea => assist("out_of_area", "the address is outside the area".to_owned()),
        other => assist("gap", format!("a booking still needs {}", missing(*other))),
    }));
    if case.gaps.is_empty() && case.windows == 0 {
        found.push(assist("no_window", "no arrival window fits the board".to_owned()));
    }
    found.extend(
        case.unquoted
            .iter()
            .map(|field| assist("unquoted", format!("no words of the customer vouch for the {field}"))),
    );
    if case.corrected {
        found.push(Finding {
            code: "corrected".to_owned(),
            rule: None,
            most: Some(Authority::Approve),
            words: "a person just corrected it, so a person approves".to_owned(),
        });
    }
    if case.wish_met == Some(false) {
        found.push(Finding {
            code: "wish_not_met".to_owned(),
            rule: None,
            most: Some(Authority::Approve),
            words: "no window they asked for fits, so a person chooses".to_owned(),
        });
    }
    found
}

fn assist(code: &str, words: String) -> Finding {
    Finding { code: code.to_owned(), rule: None, most: Some(Authority::Assist), words }
}

fn hazard(class: HazardClass) -> &'static str {
    match class {
        HazardClass::Gas => "gas",
        HazardClass::CarbonMonoxide => "carbon monoxide",
        HazardClass::Fire => "fire, smoke or shock",
        HazardClass::Flood => "active flooding or sewage",
        HazardClass::Vulnerable => "a vulnerable person without an essential service",
        HazardClass::Structure => "roof, ceiling or structure",
        HazardClass::GarageDoor => "a garage door that traps or may fall",
        HazardClass::Person => "a person is hurt or threatened",
        HazardClass::NotRead => "not read: treat as possibly dangerous",
    }
}

fn person_only(why: PersonOnly) -> &'static str {
    match why {
        PersonOnly::Complaint => "it is a complaint",
        PersonOnly::Refund => "it asks for money back",
        PersonOnly::Legal => "it speaks of lawyers, insurance or the press",
        PersonOnly::Warranty => "it is a warranty or recall matter",
        PersonOnly::AsksForPerson => "they ask for a person",
        PersonOnly::Stop => "they want to stop or cancel something",
        PersonOnly::NotRead => "the words could not be read",
    }
}

fn missing(gap: Gap) -> &'static str {
    match gap {
        Gap::Name => "a name",
        Gap::Phone => "a phone number",
        Gap::Address => "an address",
        Gap::AddressNotFound => "an address that is on the map",
        Gap::OutOfArea => "an address inside the area",
        Gap::JobType => "the kind of work",
        Gap::WishedTime => "a wished time that exists",
    }
}
