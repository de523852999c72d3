//! The facts of a lead that authority decides on.

use domain::authority::Case;
use domain::{Cents, Company, Confidence, CustomerClass, Lead, Source, Timestamp, Triage};

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

/// The case of a triaged lead.
pub(crate) fn of(
    company: &Company,
    lead: &Lead,
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
        unquoted: unquoted(lead),
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

/// Readings whose words are not in the conversation. A person's word and a filled field vouch for themselves.
fn unquoted(lead: &Lead) -> Vec<String> {
    relied_on(lead)
        .into_iter()
        .filter(|(_, reading)| match reading {
            Some((_, Source::Words(words))) => words.text.trim().is_empty(),
            Some((_, Source::Field { .. } | Source::Person { .. })) | None => false,
        })
        .map(|(name, _)| name.to_owned())
        .collect()
}
