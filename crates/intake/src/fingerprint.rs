//! Fingerprints: the same contact with the same text is the same request, however it is spaced and cased.

use crate::token::{Kind, Tokens};
use crate::{email, phone};
use domain::lead::Sender;
use domain::{Speaker, Turn};

/// What a request hashes to for recognising a repeat: 32 hexadecimal digits, the same on every machine.
///
/// Two requests are equal when the contact is (phone in any form, else e-mail, else name) and the customer's words are, case,
/// white space, accents and punctuation aside. It is no protection against forgery.
pub fn fingerprint(sender: &Sender, turns: &[Turn]) -> String {
    let mut hash = Fnv::new();
    let phone = sender.phone.as_deref().and_then(phone::normalise);
    let email = || sender.email.as_deref().and_then(email::normalise);
    match phone.or_else(email) {
        Some(contact) => hash.add(&contact),
        None => hash.add_words(sender.name.as_deref().unwrap_or_default()),
    }
    hash.add("\u{1}");
    for field in [&sender.address, &sender.preferred_time] {
        hash.add_words(field.as_deref().unwrap_or_default());
        hash.add("\u{1}");
    }
    for turn in turns.iter().filter(|turn| turn.speaker == Speaker::Customer) {
        hash.add_words(&turn.text);
    }
    format!("{:032x}", hash.0)
}

/// FNV-1a with 128 bits. Source: draft-eastlake-fnv, section 5.
struct Fnv(u128);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn add(&mut self, text: &str) {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    fn add_words(&mut self, text: &str) {
        let tokens = Tokens::of(text);
        for index in (0..tokens.len()).filter(|index| tokens.kind(*index) != Some(Kind::Mark)) {
            self.add(tokens.normal(index));
            self.add(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(phone: &str, text: &str) -> String {
        let sender = Sender { phone: Some(phone.into()), ..Sender::default() };
        fingerprint(&sender, &[Turn { speaker: Speaker::Customer, text: text.into() }])
    }

    #[test]
    fn case_spaces_marks_and_phone_forms_make_no_difference() {
        let one = print("614-555-0142", "No heat since last night!");
        assert_eq!(one, print("+1 (614) 555 0142", "no   heat since\nlast night"));
        assert_ne!(one, print("614-555-0143", "No heat since last night!"));
        assert_ne!(one, print("614-555-0142", "No heat since last week!"));
        assert_eq!(one.len(), 32);
    }

    #[test]
    fn the_published_test_vector_holds() {
        let mut hash = Fnv::new();
        hash.add("a");
        assert_eq!(hash.0, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
