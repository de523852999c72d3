//! Requests that are no hazard and still belong to a person: complaints, money back, lawyers, warranty, goodbye.

use crate::conversation::Conversation;
use crate::phrase::{Quiet, Set, Table};
use domain::reading::{PersonOnly, Words};
use std::sync::LazyLock;

static TABLE: LazyLock<Table<PersonOnly>> = LazyLock::new(|| Table::new(SETS, RULES.iter().copied(), QUIET));

const SETS: &[Set] = &[
    ("ASK", "speak talk speaking talking"),
    ("BOSS", "manager mgr supervisor owner boss human person rep representative someone somebody operator"),
    ("YOUR", "your you tech technician guy guys plumber electrician company crew"),
];

const RULES: &[(PersonOnly, &str)] = &[
    (
        PersonOnly::Complaint,
        "complain*|complaint*|unacceptable|ridiculous|outrageous|unprofessional|disgusted|appalled|furious|scam|scammed|ripoff|overcharged|incompetent",
    ),
    (PersonOnly::Complaint, "rip off"),
    (PersonOnly::Complaint, "ripped me|us off"),
    (PersonOnly::Complaint, "bad|negative|1|one star|review|reviews"),
    (PersonOnly::Complaint, "still _3 not|isnt|doesnt|broken|leaking _2 fixed|working|right|after"),
    (PersonOnly::Complaint, "never showed|came|called|fixed|showed"),
    (PersonOnly::Complaint, "no show"),
    (PersonOnly::Complaint, "nobody|noone _1 showed|came|called"),
    (PersonOnly::Complaint, "YOUR _4 damaged|scratched|ruined|cracked|rude|lied|worse"),
    (PersonOnly::Complaint, "not happy|satisfied"),
    (
        PersonOnly::Complaint,
        "unhappy|dissatisfied|disappointed|terrible|horrible|awful _2 service|job|experience|with",
    ),
    (PersonOnly::Complaint, "worst|terrible|horrible|awful service|company|experience"),
    (PersonOnly::Complaint, "second|third|fourth|3rd|2nd time _4 YOUR"),
    (PersonOnly::Complaint, "queja*|quejarme|inaceptable|pesimo|estafa"),
    (PersonOnly::Refund, "refund*|reimburs*|chargeback"),
    (PersonOnly::Refund, "money back"),
    (PersonOnly::Refund, "dispute* _3 charge|bill|payment"),
    (PersonOnly::Refund, "reembols*"),
    (PersonOnly::Refund, "devolu* _3 dinero"),
    (PersonOnly::Refund, "devuelv* _3 dinero"),
    (
        PersonOnly::Legal,
        "lawyer*|attorney*|lawsuit|suing|sue|legal|court|bbb|abogad*|demandar|demanda|reporter|journalist",
    ),
    (PersonOnly::Legal, "attorney general"),
    (PersonOnly::Legal, "better business bureau"),
    (PersonOnly::Legal, "insurance _2 claim|adjuster|company"),
    (PersonOnly::Legal, "claim _3 insurance"),
    (PersonOnly::Legal, "channel|news #1-99|reporter|station|crew"),
    (PersonOnly::Warranty, "warranty|waranty|warrenty|warrantee|warranties|recall|recalled|garantia"),
    (PersonOnly::AsksForPerson, "ASK _1 to|with _3 BOSS"),
    (PersonOnly::AsksForPerson, "real|live|actual human|person"),
    (PersonOnly::AsksForPerson, "have|want|get|need _3 manager|supervisor|owner"),
    (PersonOnly::AsksForPerson, "are you a robot|bot|machine|computer|ai"),
    (PersonOnly::AsksForPerson, "hablar _2 con _3 gerente|alguien|persona|encargado|supervisor|dueno"),
    (PersonOnly::Stop, "unsubscribe|stopall|optout|revoke"),
    (PersonOnly::Stop, "opt out"),
    (PersonOnly::Stop, "stop|quit texting|calling|emailing|messaging|contacting|sending"),
    (PersonOnly::Stop, "remove|take _2 me|my|us _4 list"),
    (PersonOnly::Stop, "dont|not _1 text|call|contact|message|email me|us|this"),
    (PersonOnly::Stop, "leave me|us alone"),
    (
        PersonOnly::Stop,
        "cancel|canceling|cancelling|cancle|cancell _4 my|the|our|appointment|appt|visit|service|plan|membership|agreement|subscription|contract|it|that|tomorrow|today",
    ),
    (PersonOnly::Stop, "end|terminate|drop _2 membership|agreement|plan|subscription|contract"),
    (PersonOnly::Stop, "cancelar|cancele|cancelen|cancela"),
    (PersonOnly::Stop, "no mas mensajes|llamadas|textos"),
    (PersonOnly::Stop, "wrong number"),
];

const QUIET: &[Quiet] = &[
    ("out of _1 warranty", ""),
    ("no|past|expired warranty", ""),
    ("sue here|calling|at|from", ""),
    ("legal address|name|size|bedroom", ""),
    ("small claims", ""),
    ("cancel noise|out", ""),
    ("never came on|back|up|out", ""),
    ("good review|reviews", ""),
];

/// Words that stop or end something when they are the whole message.
/// Source: FCC 24-18 (47 CFR 64.1200(a)(10)) and the carriers' default lists.
const WHOLE: &[&str] =
    &["stop", "cancel", "end", "quit", "unsubscribe", "stopall", "revoke", "alto", "parar", "baja"];

/// Why a person must answer, each reason once, with the words.
pub(crate) fn reasons(conversation: &Conversation<'_>) -> Vec<(PersonOnly, Words)> {
    let spots = conversation.words();
    let mut reasons: Vec<(PersonOnly, Words)> = Vec::new();
    for found in TABLE.find(spots.iter().map(|spot| conversation.normal(*spot))) {
        if reasons.iter().all(|(known, _)| *known != found.tag) {
            reasons.push((found.tag, conversation.evidence(spots[found.first], spots[found.last])));
        }
    }
    if reasons.iter().all(|(known, _)| *known != PersonOnly::Stop)
        && let Some(heard) = conversation.customer().find(|heard| {
            let tokens = &heard.tokens;
            tokens.any(0, WHOLE) && (1..tokens.len()).all(|index| tokens.any(index, &[".", "!", "please"]))
        })
    {
        reasons.push((PersonOnly::Stop, heard.words(0, 0)));
    }
    reasons.sort_by_key(|(reason, _)| *reason);
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Speaker, Turn};

    fn check(text: &str, expect: &[PersonOnly]) {
        let turns = [Turn { speaker: Speaker::Customer, text: text.to_owned() }];
        let found = reasons(&Conversation::of(&turns, usize::MAX));
        let found: Vec<PersonOnly> = found.into_iter().map(|(reason, _)| reason).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn some_requests_belong_to_a_person() {
        use PersonOnly::{AsksForPerson, Complaint, Legal, Refund, Stop, Warranty};
        check("I want my money back", &[Refund]);
        check("this is unacceptable, get me a manager", &[Complaint, AsksForPerson]);
        check("your guy never showed up on friday", &[Complaint]);
        check("I'll be calling my attorney", &[Legal]);
        check("need someone for an insurance claim", &[Legal]);
        check("is this covered under warranty?", &[Warranty]);
        check("can I talk to a real person", &[AsksForPerson]);
        check("STOP", &[Stop]);
        check("Stop.", &[Stop]);
        check("please cancel my appointment tomorrow", &[Stop]);
        check("quiero cancelar la cita", &[Stop]);
        check("stop texting me", &[Stop]);
    }

    #[test]
    fn ordinary_requests_do_not() {
        for text in [
            "",
            "my furnace is still not starting",
            "the toilet won't stop running",
            "can someone come Tuesday",
            "Hi this is Sue calling about a leak",
            "the unit is out of warranty",
            "the ac never came on this spring",
        ] {
            check(text, &[]);
        }
    }
}
