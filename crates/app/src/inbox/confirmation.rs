//! The confirmation, written from the committed record and never from what a customer or a model said.

use domain::{ArrivalWindow, Company, Lead};

/// The text that confirms a booked window.
pub(crate) fn text(company: &Company, lead: &Lead, window: ArrivalWindow) -> String {
    let name = lead.readings.name.as_ref().map(|name| first_name(&name.value));
    let greeting = name.map_or_else(|| "Hello".to_owned(), |name| format!("Hello {name}"));
    let job = lead
        .triage
        .as_ref()
        .and_then(|triage| triage.job_type)
        .and_then(|id| company.job_type(id))
        .map_or_else(String::new, |kind| format!(" for {}", lower_first(&kind.name)));
    let address = lead
        .readings
        .address
        .as_ref()
        .map_or_else(String::new, |address| format!(" at {}", address.value.line));
    let change = match company.phone.as_str() {
        "" => "Reply here to change it.".to_owned(),
        phone => format!("Reply here or call {} to change it.", spoken(phone)),
    };
    format!(
        "{greeting}, this is {}. A technician will arrive {}{address}{job}. We call before we come. {change} Reply STOP to opt out.",
        company.name,
        window.label(&company.zone_of_time()),
    )
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // "AC not cooling" keeps its capitals.
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => text.to_owned(),
    }
}

/// A phone as people in North America write it; others as they are stored.
pub(crate) fn spoken(phone: &str) -> String {
    match phone.strip_prefix("+1").filter(|rest| rest.len() == 10) {
        Some(rest) => format!("{}-{}-{}", &rest[..3], &rest[3..6], &rest[6..]),
        None => phone.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_reads_as_people_write_it() {
        assert_eq!(spoken("+16145550142"), "614-555-0142");
        assert_eq!(spoken("+4930123456"), "+4930123456");
    }

    #[test]
    fn a_job_type_stands_inside_a_sentence() {
        assert_eq!(lower_first("No heat"), "no heat");
        assert_eq!(lower_first("AC not cooling"), "AC not cooling");
    }
}
