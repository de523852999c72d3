//! What customers are told: written from the committed record and never from what a customer or a model said, in the
//! customer's language and as the company's country writes days, hours and phones.

use domain::{ArrivalWindow, Company, Lead, Turn, Visit, tz};
use jiff::Zoned;

/// The language of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// English, also when nothing is known.
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// The language a customer writes in.
    pub(crate) fn of(turns: &[Turn]) -> Language {
        if intake::is_spanish(turns) { Language::Spanish } else { Language::English }
    }

    /// Its stable name: ISO 639-1.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }
}

/// Whom a message is for, and what stays the same in all messages to them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter<'a> {
    company: &'a Company,
    language: Language,
    name: Option<&'a str>,
    address: Option<&'a str>,
    work: Option<&'a str>,
}

impl<'a> Letter<'a> {
    /// To somebody who asked for work.
    pub(crate) fn to_lead(company: &'a Company, lead: &'a Lead, language: Language) -> Letter<'a> {
        let kind =
            lead.triage.as_ref().and_then(|triage| triage.job_type).and_then(|id| company.job_type(id));
        Letter {
            company,
            language,
            name: lead.readings.name.as_ref().map(|name| name.value.as_str()),
            address: lead.readings.address.as_ref().map(|address| address.value.line.as_str()),
            work: kind.map(|kind| kind.name.as_str()),
        }
    }

    /// To the customer of a visit.
    pub(crate) fn to_customer(company: &'a Company, visit: &'a Visit, language: Language) -> Letter<'a> {
        Letter {
            company,
            language,
            name: Some(visit.customer.name.as_str()),
            address: Some(visit.location.address.line.as_str()).filter(|line| !line.is_empty()),
            work: company.job_type(visit.job.job_type).map(|kind| kind.name.as_str()),
        }
    }

    /// Confirms a booked window; with `corrects`, in the place of what was told before.
    pub(crate) fn confirms(&self, window: ArrivalWindow, corrects: bool) -> String {
        let (when, address, work) = (self.when(window), self.at_address(), self.about_work());
        match self.language {
            Language::English => {
                let before = if corrects { "Please disregard our earlier message. " } else { "" };
                let text = format!("{before}A technician will arrive {when}{address}{work}.");
                self.signed(&format!("{text} We call before we come."))
            }
            Language::Spanish => {
                let before = if corrects { "Por favor ignore nuestro mensaje anterior. " } else { "" };
                let text = format!("{before}Un técnico llegará {when}{address}.");
                self.signed(&format!("{text} Llamamos antes de llegar."))
            }
        }
    }

    /// Tells that a visit has another window.
    pub(crate) fn moves(&self, from: ArrivalWindow, to: ArrivalWindow) -> String {
        let (from, to, address) = (self.when(from), self.when(to), self.at_address());
        match self.language {
            Language::English => self.signed(&format!(
                "Your visit{address} has a new time: {to}. It replaces {from}. We call before we come."
            )),
            Language::Spanish => self.signed(&format!(
                "Su visita{address} tiene un nuevo horario: {to}. Reemplaza {from}. Llamamos antes de llegar."
            )),
        }
    }

    /// Takes back a window that was told; with `instead`, what holds in its place.
    pub(crate) fn takes_back(&self, told: ArrivalWindow, instead: Option<ArrivalWindow>) -> String {
        let told = self.when(told);
        match (self.language, instead.map(|window| self.when(window))) {
            (Language::English, None) => self.signed(&format!(
                "Please disregard our message about {told}: that visit is not confirmed. We will write again as soon as it is."
            )),
            (Language::English, Some(instead)) => self.signed(&format!(
                "Please disregard our message about {told}. Your visit is {instead}, as before."
            )),
            (Language::Spanish, None) => self.signed(&format!(
                "Por favor ignore nuestro mensaje sobre {told}: esa visita no está confirmada. Le escribiremos en cuanto lo esté."
            )),
            (Language::Spanish, Some(instead)) => self.signed(&format!(
                "Por favor ignore nuestro mensaje sobre {told}. Su visita es {instead}, como antes."
            )),
        }
    }

    /// A window as this customer reads it.
    pub(crate) fn when(&self, window: ArrivalWindow) -> String {
        spoken_window(self.company, self.language, window)
    }

    fn signed(&self, text: &str) -> String {
        let first = self.name.and_then(|name| name.split_whitespace().next());
        let company = &self.company.name;
        let phone = spoken(&self.company.phone);
        match self.language {
            Language::English => {
                let hello = first.map_or_else(|| "Hello".to_owned(), |first| format!("Hello {first}"));
                let change = match phone.as_str() {
                    "" => "Reply here to change it.".to_owned(),
                    phone => format!("Reply here or call {phone} to change it."),
                };
                format!("{hello}, this is {company}. {text} {change} Reply STOP to opt out.")
            }
            Language::Spanish => {
                let hello = first.map_or_else(|| "Hola".to_owned(), |first| format!("Hola {first}"));
                let change = match phone.as_str() {
                    "" => "Responda aquí para cambiarla.".to_owned(),
                    phone => format!("Responda aquí o llame al {phone} para cambiarla."),
                };
                format!(
                    "{hello}, le escribe {company}. {text} {change} Responda STOP para no recibir más mensajes."
                )
            }
        }
    }

    fn at_address(&self) -> String {
        let before = match self.language {
            Language::English => "at",
            Language::Spanish => "en",
        };
        self.address.map_or_else(String::new, |line| format!(" {before} {line}"))
    }

    /// The catalogue names work in the language of the company only.
    fn about_work(&self) -> String {
        self.work.map_or_else(String::new, |work| format!(" about: {}", lower_first(work)))
    }
}

/// Whether a company writes days and hours as people in North America do; its phone tells its country.
fn is_north_american(company: &Company) -> bool {
    company.phone.is_empty() || company.phone.starts_with("+1")
}

/// A window in words: `Sunday, Nov 22, 8–10 am`; elsewhere `Sunday 22 Nov, 8:00–10:00`; in Spanish
/// `el domingo 22 de noviembre, de 8 a 10 a. m.`
pub(crate) fn spoken_window(company: &Company, language: Language, window: ArrivalWindow) -> String {
    let zone: tz::TimeZone = company.zone_of_time();
    let (from, to) = (window.start().to_zoned(zone.clone()), window.end().to_zoned(zone));
    let twelve = is_north_american(company);
    let hours = match (language, twelve) {
        (Language::English, true) => {
            let half = |at: &Zoned| if at.hour() < 12 { "am" } else { "pm" };
            let begin = if half(&from) == half(&to) {
                clock_of_twelve(&from)
            } else {
                format!("{} {}", clock_of_twelve(&from), half(&from))
            };
            format!("{begin}–{} {}", clock_of_twelve(&to), half(&to))
        }
        (Language::English, false) => format!("{}–{}", from.strftime("%-H:%M"), to.strftime("%-H:%M")),
        (Language::Spanish, true) => {
            let half = |at: &Zoned| if at.hour() < 12 { "a. m." } else { "p. m." };
            let begin = if half(&from) == half(&to) {
                clock_of_twelve(&from)
            } else {
                format!("{} {}", clock_of_twelve(&from), half(&from))
            };
            format!("de {begin} a {} {}", clock_of_twelve(&to), half(&to))
        }
        (Language::Spanish, false) => format!("de {} a {}", from.strftime("%-H:%M"), to.strftime("%-H:%M")),
    };
    match (language, twelve) {
        (Language::English, true) => format!("{}, {hours}", from.strftime("%A, %b %-d")),
        (Language::English, false) => format!("{}, {hours}", from.strftime("%A %-d %b")),
        (Language::Spanish, _) => {
            let day = DIAS[from.weekday().to_monday_zero_offset() as usize];
            let month = MESES[usize::from(from.month().unsigned_abs()) - 1];
            format!("el {day} {} de {month}, {hours}", from.day())
        }
    }
}

/// Weekdays in Spanish, Monday first.
const DIAS: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];

/// Months in Spanish.
const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// `8`, `8:30`, `12`: the hour of twelve, with minutes when there are any.
fn clock_of_twelve(at: &Zoned) -> String {
    let hour = match at.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    match at.minute() {
        0 => hour.to_string(),
        minute => format!("{hour}:{minute:02}"),
    }
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

/// A phone as people in North America write it, `(614) 555-0142`; others as they are stored.
pub(crate) fn spoken(phone: &str) -> String {
    match phone.strip_prefix("+1").filter(|rest| rest.len() == 10 && rest.is_ascii()) {
        Some(rest) => format!("({}) {}-{}", &rest[..3], &rest[3..6], &rest[6..]),
        None => phone.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{CompanyId, Timestamp};

    fn company(phone: &str) -> Company {
        let mut company = crate::company::fresh(CompanyId(1), "Buckeye", "America/New_York").unwrap();
        company.phone = phone.to_owned();
        company
    }

    fn window(from: &str, to: &str) -> ArrivalWindow {
        let at = |text: &str| format!("2026-11-{text}:00-05:00").parse::<Timestamp>().unwrap();
        ArrivalWindow::new(at(from), at(to)).unwrap()
    }

    #[test]
    fn a_window_reads_as_people_say_it() {
        let check = |phone: &str, language, from, to, expected: &str| {
            assert_eq!(spoken_window(&company(phone), language, window(from, to)), expected);
        };
        let (us, de) = ("+16145550127", "+4930123456");
        check(us, Language::English, "22T08:00", "22T10:00", "Sunday, Nov 22, 8–10 am");
        check(us, Language::English, "23T10:00", "23T12:00", "Monday, Nov 23, 10 am–12 pm");
        check(us, Language::English, "23T12:30", "23T14:00", "Monday, Nov 23, 12:30–2 pm");
        check(us, Language::Spanish, "22T08:00", "22T10:00", "el domingo 22 de noviembre, de 8 a 10 a. m.");
        check(
            us,
            Language::Spanish,
            "25T10:00",
            "25T12:00",
            "el miércoles 25 de noviembre, de 10 a. m. a 12 p. m.",
        );
        check(de, Language::English, "22T14:00", "22T16:00", "Sunday 22 Nov, 14:00–16:00");
    }

    #[test]
    fn a_message_is_signed_and_names_the_window_once() {
        let company = company("+16145550127");
        let letter = Letter {
            company: &company,
            language: Language::English,
            name: Some("Ana Ruiz"),
            address: Some("88 Deshler Ave"),
            work: Some("No heat"),
        };
        assert_eq!(
            letter.confirms(window("22T08:00", "22T10:00"), false),
            "Hello Ana, this is Buckeye. A technician will arrive Sunday, Nov 22, 8–10 am at 88 Deshler Ave about: no \
             heat. We call before we come. Reply here or call (614) 555-0127 to change it. Reply STOP to opt out."
        );
        let spanish = Letter { language: Language::Spanish, ..letter };
        assert_eq!(
            spanish.confirms(window("22T08:00", "22T10:00"), false),
            "Hola Ana, le escribe Buckeye. Un técnico llegará el domingo 22 de noviembre, de 8 a 10 a. m. en 88 Deshler \
             Ave. Llamamos antes de llegar. Responda aquí o llame al (614) 555-0127 para cambiarla. Responda STOP para no \
             recibir más mensajes."
        );
    }

    #[test]
    fn a_phone_reads_as_people_write_it() {
        assert_eq!(spoken("+16145550142"), "(614) 555-0142");
        assert_eq!(spoken("+4930123456"), "+4930123456");
    }

    #[test]
    fn a_job_type_stands_inside_a_sentence() {
        assert_eq!(lower_first("No heat"), "no heat");
        assert_eq!(lower_first("AC not cooling"), "AC not cooling");
    }
}
