//! Reading a request: every room is asked, the best of what it found is kept.

use crate::conversation::Conversation;
use crate::token::Tokens;
use crate::wish::{self, Reader};
use crate::{access, address, email, kind, name, phone, problem, urgency};
use domain::lead::Sender;
use domain::{Company, Confidence, Reading, Readings, Source, Timestamp, Turn, Wish};

/// Tokens read of one request, about ten pages. What stands behind is read by people; the gate reads everything.
const READ_MOST: usize = 6_000;
/// Phones, e-mails, wishes and access notes kept, each. A request with more is a list, not a request.
const KEEP_MOST: usize = 32;
/// How surely a box says what its label says: people put other things into boxes, rarely.
const BOX: Confidence = Confidence(900);

/// Understands a request: who, where, what, when, each with the words it comes from.
///
/// `now` resolves "tomorrow" in the company's time zone. An absent value was not found; nothing is guessed. Only the customer's
/// turns are read as statements, and the value stated last wins. Boxes that the channel fills are read as
/// [`Source::Field`] with the names `name`, `phone`, `email`, `address` and `preferred_time`.
pub fn read(company: &Company, sender: &Sender, turns: &[Turn], now: Timestamp) -> Readings {
    let conversation = Conversation::of(turns, READ_MOST);
    let kind = kind::find(company, &conversation);
    let mut readings = Readings {
        name: best_name(name::find(&conversation), sender),
        address: address::find(&conversation)
            .or_else(|| field(sender.address.as_deref().and_then(address::in_field), "address")),
        urgency: urgency::find(&conversation),
        problem: problem::find(&conversation, kind.job_type.as_ref().map(|reading| &reading.source)),
        trade: kind.trade,
        job_type: kind.job_type,
        ..Readings::default()
    };
    let reader = Reader::new(company, now);
    if let Some(text) = &sender.preferred_time {
        readings.wishes.extend(box_wishes(&reader, text));
    }
    for heard in conversation.customer() {
        readings.phones.extend(phone::find(heard));
        readings.emails.extend(email::find(heard));
        readings.access.extend(access::find(heard));
        let wishes = reader.find(&heard.tokens, false).into_iter();
        readings
            .wishes
            .extend(wishes.map(|(wish, first, last, sure)| heard.reading(wish, sure, first, last)));
    }
    readings.phones.extend(field(sender.phone.as_deref().and_then(phone::normalise), "phone"));
    readings.emails.extend(field(sender.email.as_deref().and_then(email::normalise), "email"));
    keep_first(&mut readings.phones);
    keep_first(&mut readings.emails);
    keep_first(&mut readings.access);
    keep_first(&mut readings.wishes);
    readings
}

/// The stated name when it is at least as full as the box's, else the box's.
fn best_name(stated: Option<Reading<String>>, sender: &Sender) -> Option<Reading<String>> {
    let boxed = sender.name.as_deref().map(name::tidy).filter(|name| name.chars().any(char::is_alphabetic));
    match (stated, field(boxed, "name")) {
        (Some(stated), Some(boxed)) => {
            let part = boxed.value.to_lowercase().contains(&stated.value.to_lowercase());
            let weak = stated.confidence < boxed.confidence;
            Some(if part || weak { boxed } else { stated })
        }
        (stated, boxed) => stated.or(boxed),
    }
}

fn box_wishes(reader: &Reader, text: &str) -> Vec<Reading<Wish>> {
    let tokens = Tokens::bounded(text, wish::BOX_MOST);
    let found: Vec<wish::Found> = reader.find(&tokens, true);
    found.into_iter().filter_map(|(wish, ..)| field(Some(wish), "preferred_time")).collect()
}

/// A reading from a box that the channel fills.
fn field<T>(value: Option<T>, name: &str) -> Option<Reading<T>> {
    let source = Source::Field { field: name.to_owned() };
    value.map(|value| Reading { value, confidence: BOX, source })
}

/// Keeps the first reading of each value, [`KEEP_MOST`] at most.
fn keep_first<T: PartialEq + Clone>(readings: &mut Vec<Reading<T>>) {
    let mut kept: Vec<T> = Vec::new();
    readings.retain(|reading| {
        let new = kept.len() < KEEP_MOST && !kept.contains(&reading.value);
        if new {
            kept.push(reading.value.clone());
        }
        new
    });
}
