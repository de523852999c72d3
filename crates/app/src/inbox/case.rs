//! The facts of a lead that authority decides on.

use domain::authority::Case;
use domain::reading::Words;
use domain::{Cents, Company, Confidence, CustomerClass, Lead, Source, Timestamp, Triage, Turn};

/// What is known about the windows that fit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offer {
    /// How many windows fit.
    pub(crate) windows: u32,
    /// Whether the best is one the customer wished for; none when they wished for none.
    pub(crate) wish_met: Option<bool>,
    /// What the job is expected to bring.
    pub(crate) value: Option<Cents>,
    /// Whether a person's correction asks.
    pub(crate) corrected: bool,
}

/// The case of a triaged lead. `turns` are its conversation, oldest first.
pub(crate) fn of(
    company: &Company,
    lead: &Lead,
    turns: &[Turn],
    triage: &Triage,
    class: CustomerClass,
    offer: Offer,
    now: Timestamp,
) -> Case {
    let job_type = triage.job_type.and_then(|id| company.job_type(id));
    Case {
        at: now,
        time_of_day: now.to_zoned(company.zone_of_time()).time(),
        channel: lead.channel,
        customer: class,
        hazards: triage.hazards.iter().map(|hazard| hazard.class).collect(),
        person_only: triage.person_only.clone(),
        gaps: triage.gaps.clone(),
        urgency: triage.urgency,
        job_type: triage.job_type,
        trade: job_type.map(|kind| kind.trade),
        unit: job_type.map(|kind| kind.unit),
        value: offer.value,
        confidence: least_confidence(lead),
        unquoted: unquoted(lead, turns),
        windows: offer.windows,
        wish_met: offer.wish_met,
        corrected: offer.corrected,
    }
}

/// The readings a booking rests on, by name.
fn relied_on(lead: &Lead) -> [(&'static str, Option<(Confidence, &Source)>); 4] {
    let r = &lead.readings;
    [
        ("name", r.name.as_ref().map(|reading| (reading.confidence, &reading.source))),
        ("phone", r.phones.first().map(|reading| (reading.confidence, &reading.source))),
        ("address", r.address.as_ref().map(|reading| (reading.confidence, &reading.source))),
        ("job type", r.job_type.as_ref().map(|reading| (reading.confidence, &reading.source))),
    ]
}

fn least_confidence(lead: &Lead) -> Confidence {
    let sure =
        relied_on(lead).into_iter().map(|(_, reading)| reading.map_or(Confidence(0), |(sure, _)| sure));
    sure.min().unwrap_or(Confidence(0))
}

/// Readings whose words are not in the conversation, whoever read them. A person's word and a filled field vouch for
/// themselves.
fn unquoted(lead: &Lead, turns: &[Turn]) -> Vec<String> {
    relied_on(lead)
        .into_iter()
        .filter(|(_, reading)| match reading {
            Some((_, Source::Words(words))) => !quotes(words, turns),
            Some((_, Source::Field { .. } | Source::Person { .. })) | None => false,
        })
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Whether words say something and stand in the conversation exactly where they say.
fn quotes(words: &Words, turns: &[Turn]) -> bool {
    let place = (words.start as usize)..(words.end as usize);
    let said = turns.get(words.turn as usize).and_then(|turn| turn.text.get(place));
    !words.text.trim().is_empty() && said == Some(words.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::quotes;
    use domain::reading::Words;
    use domain::{Speaker, Turn};

    #[test]
    fn words_vouch_only_where_they_stand_in_the_conversation() {
        let turn = |speaker, text: &str| Turn { speaker, text: text.to_owned() };
        let turns = [
            turn(Speaker::Customer, "Señor Ruiz, 88 Deshler Ave. No heat."),
            turn(Speaker::Customer, "88 Deshler Ave again"),
        ];
        let check = |turn, start, end, text: &str, expected: bool| {
            let words = Words { turn, start, end, text: text.to_owned() };
            assert_eq!(quotes(&words, &turns), expected, "{words:?}");
        };
        check(0, 13, 27, "88 Deshler Ave", true);
        check(1, 0, 14, "88 Deshler Ave", true);
        // Invented, from another place, from another turn, from no turn.
        check(0, 13, 27, "12 Parsons Avee", false);
        check(0, 12, 26, "88 Deshler Ave", false);
        check(1, 13, 27, "88 Deshler Ave", false);
        check(2, 0, 14, "88 Deshler Ave", false);
        // Another spelling is not what they said.
        check(0, 13, 27, "88 DESHLER AVE", false);
        // Nothing is no word, though it stands everywhere.
        check(0, 11, 12, " ", false);
        check(0, 5, 5, "", false);
        // Outside the text, backwards, and in the middle of a letter.
        check(0, 13, 900, "88 Deshler Ave", false);
        check(0, 27, 13, "88 Deshler Ave", false);
        check(0, 3, 5, "or", false);
        check(0, 0, 3, "Se\u{f1}", false);
        check(0, 0, 4, "Se\u{f1}", true);
    }
}
