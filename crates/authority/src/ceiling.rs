//! The company's own ceilings.

use domain::authority::{Case, Ceiling, Finding, When};

/// The finding of a ceiling, when it applies to the case.
pub(crate) fn finding(ceiling: &Ceiling, case: &Case) -> Option<Finding> {
    applies(&ceiling.when, case).then(|| Finding {
        code: "ceiling".to_owned(),
        rule: Some(ceiling.rule),
        most: Some(ceiling.most),
        words: format!(
            "rule {}: at most {} because {}",
            ceiling.rule,
            crate::name(ceiling.most),
            ceiling.because
        ),
    })
}

/// Whether a case is one that `when` describes. What is not known counts as described: the lesser authority is the
/// safe side.
fn applies(when: &When, case: &Case) -> bool {
    match when {
        When::Always => true,
        When::Unit { unit } => case.unit.is_none_or(|known| known == *unit),
        When::Trade { trade } => case.trade.is_none_or(|known| known == *trade),
        When::JobType { job_type } => case.job_type.is_none_or(|known| known == *job_type),
        When::Channel { channel } => case.channel == *channel,
        When::Hours { from, to } if from <= to => *from <= case.time_of_day && case.time_of_day < *to,
        When::Hours { from, to } => *from <= case.time_of_day || case.time_of_day < *to,
        When::Customer { class } => case.customer == *class,
        When::ConfidenceBelow { least } => case.confidence < *least,
        When::ValueAbove { most } => case.value.is_none_or(|value| value > *most),
        When::UrgencyFrom { least } => case.urgency >= *least,
    }
}
