//! How urgent the customer's own words make it.
//!
//! Danger is the gate's business; here somebody says that an essential thing is out, that damage grows, that it can wait, or that
//! no work is wanted at all.

use crate::conversation::Conversation;
use crate::phrase::{Quiet, Set, Table};
use domain::{Confidence, Reading, Source, Urgency};
use std::sync::LazyLock;

static TABLE: LazyLock<Table<Urgency>> = LazyLock::new(|| Table::new(SETS, RULES.iter().copied(), QUIET));

const SETS: &[Set] = &[
    (
        "ESSENTIAL",
        "heat heating ac air water power electricity toilet furnace heater calefaccion luz agua electricidad",
    ),
    ("SUPPLY", "heat heating ac power electricity toilet furnace heater boiler"),
    ("FAILS", "out quit died dead stopped broke broken down gone"),
];

const RULES: &[(Urgency, &str)] = &[
    (Urgency::Urgent, "emergency|emergancy|urgent|urgently|asap|immediately|urgente|emergencia"),
    (Urgency::Urgent, "right away"),
    (Urgency::Urgent, "as soon as"),
    (Urgency::Urgent, "a s a p"),
    (Urgency::Urgent, "cant wait"),
    (Urgency::Urgent, "no|without|sin _2 ESSENTIAL"),
    (Urgency::Urgent, "SUPPLY _3 FAILS"),
    (Urgency::Urgent, "furnace|heater|boiler|ac _2 went|goes off|out"),
    (Urgency::Urgent, "wont come|turn|start|kick _1 back|on"),
    (
        Urgency::Urgent,
        "furnace|heater|ac|toilet _2 wont|not|isnt|doesnt _2 start|turn|work|working|come|coming|flush|heat|cool",
    ),
    (Urgency::Urgent, "only|one toilet"),
    (Urgency::Urgent, "getting|getting worse|colder|bigger"),
    (Urgency::Urgent, "leak*|dripping _4 bad|fast|ceiling|wall|everywhere|constantly|through"),
    (Urgency::Urgent, "freezing|frozen"),
    (Urgency::Urgent, "cuanto|lo antes"),
    (Urgency::Urgent, "blowing|blows cold"),
    (Urgency::Routine, "no rush|hurry"),
    (Urgency::Routine, "not _1 urgent|emergency"),
    (Urgency::Routine, "isnt|aint urgent"),
    (Urgency::Routine, "can wait"),
    (Urgency::Routine, "whenever you|your|is|works|its|it"),
    (Urgency::Routine, "sometime next|this|in|soon"),
    (Urgency::Routine, "quote|estimate|estimates|bid|pricing|ballpark|cotizacion|presupuesto"),
    (Urgency::Routine, "how much"),
    (Urgency::Routine, "tune|tuneup|maintenance|inspection|mantenimiento"),
    (Urgency::Routine, "no|sin prisa"),
    (Urgency::None, "wrong number"),
    (Urgency::None, "seo services|ranking|company"),
    (Urgency::None, "first page of google"),
    (Urgency::None, "are you hiring"),
    (Urgency::None, "job application|opening"),
];

const QUIET: &[Quiet] = &[
    ("no ac|air _1 return|filter|ducts", ""),
    ("as soon as it", ""),
    ("water _2 shut|turned off", ""),
    ("emergency shutoff|shut|light|lights|exit|switch|contact", ""),
];

/// The urgency that the words speak of: a routine wish ("no rush") counts only when nothing in the words is urgent.
pub(crate) fn find(conversation: &Conversation<'_>) -> Option<Reading<Urgency>> {
    let spots = conversation.words();
    let found = TABLE.find(spots.iter().map(|spot| conversation.normal(*spot)));
    let overruled = |at: usize| {
        found.iter().any(|other| other.tag == Urgency::Routine && other.first <= at && at <= other.last)
    };
    let best = [Urgency::None, Urgency::Urgent, Urgency::Routine].into_iter().find_map(|wanted| {
        found.iter().find(|find| find.tag == wanted && (wanted != Urgency::Urgent || !overruled(find.last)))
    })?;
    let words = conversation.evidence(spots[best.first], spots[best.last]);
    Some(Reading { value: best.tag, confidence: Confidence(800), source: Source::Words(words) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Speaker, Turn};

    fn check(text: &str, expect: Option<Urgency>) {
        let turns = [Turn { speaker: Speaker::Customer, text: text.to_owned() }];
        let found = find(&Conversation::of(&turns, usize::MAX));
        assert_eq!(found.map(|reading| reading.value), expect, "{text}");
    }

    #[test]
    fn words_say_how_urgent_it_is() {
        check("no heat since last night", Some(Urgency::Urgent));
        check("we need someone right away", Some(Urgency::Urgent));
        check("the furnace won't turn on", Some(Urgency::Urgent));
        check("my power went out", Some(Urgency::Urgent));
        check("just want a quote for a new furnace", Some(Urgency::Routine));
        check("my furnace went off sometime in the night", Some(Urgency::Urgent));
        check("the sump pump hums, three inches of water down here", None);
        check("no rush at all", Some(Urgency::Routine));
        check("it's not an emergency", Some(Urgency::Routine));
        check("annual maintenance please", Some(Urgency::Routine));
        check("estamos sin calefacción", Some(Urgency::Urgent));
        check("sorry, wrong number", Some(Urgency::None));
        check("the faucet drips", None);
        check("", None);
    }
}
