//! Who may do what: from the facts of a request and the signed rules to a [`Verdict`] with its trace.
//!
//! [`decide`] looks at the facts in a fixed order. Some facts are stronger than any rule: a danger, a complaint, an
//! unknown place or unread words always go to a person, whatever the company signed. Then come the company's
//! ceilings, and the least of all of them is the authority that applies. Everything that was looked at is in the
//! trace, and the [`Case`] it rested on is stored with it, so that asking again gives the same answer.
//!
//! The crate never reads a clock, never writes, and never sees the words of a customer: a model that was talked into
//! something has no way to say so here.

mod ceiling;
mod firm;
mod starter;

pub use starter::starter;

use domain::authority::{Action, Authority, Case, Finding, RuleSet, Verdict};

/// What the rules allow in a case.
///
/// The authority is the least of the base of the rule set, its ceilings that apply, and the facts that no rule can
/// outvote. A danger or another reason for a person escalates; a gap asks; otherwise Assist drafts, Approve reserves,
/// Auto books.
pub fn decide(case: &Case, rules: &RuleSet) -> Verdict {
    let mut trace = vec![base(rules)];
    trace.extend(unsigned(rules));
    trace.extend(firm::findings(case));
    trace.extend(rules.ceilings.iter().filter_map(|rule| ceiling::finding(rule, case)));
    let authority = trace.iter().filter_map(|finding| finding.most).min().unwrap_or_default();
    let action = action(&trace, authority);
    Verdict { action, authority, rule_version: rules.version, trace }
}

/// Whether an earlier verdict still follows from its facts and the rule version that was in force.
pub fn follows(verdict: &Verdict, case: &Case, rules: &RuleSet) -> bool {
    rules.version == verdict.rule_version && decide(case, rules) == *verdict
}

fn base(rules: &RuleSet) -> Finding {
    Finding {
        code: "base".to_owned(),
        rule: None,
        most: Some(rules.base),
        words: format!("version {} of the rules starts from {}", rules.version, name(rules.base)),
    }
}

/// Without a signature, or with the kill switch on, nothing is done by itself.
fn unsigned(rules: &RuleSet) -> Vec<Finding> {
    let assist = |code: &str, words: &str| Finding {
        code: code.to_owned(),
        rule: None,
        most: Some(Authority::Assist),
        words: words.to_owned(),
    };
    let mut findings = Vec::new();
    if rules.signed.is_none() && rules.base > Authority::Assist {
        findings.push(assist("unsigned", "nobody signed this version of the rules"));
    }
    if rules.kill_switch {
        findings.push(assist("kill_switch", "everything automatic is stopped"));
    }
    findings
}

fn action(trace: &[Finding], authority: Authority) -> Action {
    if trace.iter().any(|finding| firm::escalates(&finding.code)) {
        return Action::Escalate;
    }
    if trace.iter().any(|finding| finding.code == "gap") {
        return Action::Ask;
    }
    match authority {
        Authority::Assist => Action::Draft,
        Authority::Approve => Action::Reserve,
        Authority::Auto => Action::Book,
    }
}

/// The word people use for an authority.
pub fn name(authority: Authority) -> &'static str {
    match authority {
        Authority::Assist => "Assist",
        Authority::Approve => "Approve",
        Authority::Auto => "Auto",
    }
}

#[cfg(test)]
mod tests;
