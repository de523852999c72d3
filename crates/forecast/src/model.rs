//! The model: trained once on what was done, asked many times.

use crate::credibility::{
    JOBS_FOR_HALF_TRUST_IN_A_TECHNICIAN, JOBS_FOR_HALF_TRUST_IN_A_TYPE, rounded, shrunk,
};
use crate::spread::{Spread, WHOLE};
use domain::{Cents, Company, JobTypeId, SignedDuration, TechnicianId, Timestamp};
use std::collections::BTreeMap;

/// A job that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneJob {
    /// The kind of work.
    pub job_type: JobTypeId,
    /// Who did it.
    pub technician: TechnicianId,
    /// What it brought; nothing is a value too.
    pub value: Cents,
    /// Time on site. Not positive means that nobody wrote it down.
    pub worked: SignedDuration,
    /// When it was booked.
    pub booked: Timestamp,
    /// When it was finished.
    pub finished: Timestamp,
}

/// What a visit is expected to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The mean to expect.
    pub expected: Cents,
    /// One in ten brings less.
    pub low: Cents,
    /// One in ten brings more.
    pub high: Cents,
    /// Past jobs of the type.
    pub n: u32,
    /// Past jobs of the technician, of any type.
    pub n_technician: u32,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// How long a visit is expected to take on site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DurationForecast {
    /// The mean to expect, whole seconds.
    pub expected: SignedDuration,
    /// One in ten takes less.
    pub low: SignedDuration,
    /// One in ten takes longer.
    pub high: SignedDuration,
    /// Past jobs of the type whose time was written down.
    pub n: u32,
}

/// What the past says about values and durations.
#[derive(Debug, Clone)]
pub struct Model {
    value: Quantity,
    duration: Quantity,
    sales_ranking: bool,
}

/// One figure of a job, by type and technician.
#[derive(Debug, Clone, Default)]
struct Quantity {
    types: BTreeMap<JobTypeId, TypeMean>,
    /// Effects in thousandths: 1,100 brings a tenth more.
    technicians: BTreeMap<TechnicianId, Effect>,
    spread: Option<Spread>,
}

#[derive(Debug, Clone, Copy)]
struct TypeMean {
    mean: i64,
    n: u32,
    /// The catalogue's spread, for when the company's own is not known.
    catalogue: Spread,
}

#[derive(Debug, Clone, Copy)]
struct Effect {
    share: i64,
    n: u32,
}

/// How far a planned duration is off in one of ten cases on either side, before the company's own history says so.
const DURATION_SPREAD: Spread = Spread { low: 600, high: 1_600 };

/// For work that is in no catalogue any more.
const UNKNOWN_SPREAD: Spread = Spread { low: 0, high: 2_000 };

/// A hundred million dollars in cents, or three hundred years in seconds: more on one job is a slip of the pen.
const MOST: i64 = 10_000_000_000;

/// No effect is believed beyond these, in thousandths: a ratio outside is a fault in the records, not a talent.
const EFFECT_LIMITS: (i64, i64) = (250, 4_000);

impl Model {
    /// Learns from history, in any order. No history at all gives the catalogue back. Jobs of types that left the
    /// catalogue count for their technicians too.
    pub fn train(history: &[DoneJob], company: &Company) -> Model {
        let mut values: BTreeMap<JobTypeId, TypeMean> = BTreeMap::new();
        let mut durations = values.clone();
        for known in &company.job_types {
            let typical = known.value.typical.0;
            let part = |cents: Cents, unknown| match typical {
                1.. => rounded(i128::from(cents.0) * i128::from(WHOLE), i128::from(typical)),
                _ => unknown,
            };
            let catalogue = Spread { low: part(known.value.low, 0), high: part(known.value.high, WHOLE) };
            values.insert(known.id, TypeMean { mean: typical, n: 0, catalogue });
            let planned = known.duration.as_secs();
            durations.insert(known.id, TypeMean { mean: planned, n: 0, catalogue: DURATION_SPREAD });
        }
        let plausible = |value: Cents| value.0.clamp(-MOST, MOST);
        let brought = history.iter().map(|done| (done.job_type, done.technician, plausible(done.value)));
        let timed = history.iter().filter(|done| done.worked.is_positive());
        let took = timed.map(|done| (done.job_type, done.technician, done.worked.as_secs().min(MOST)));
        Model {
            value: Quantity::learn(values, brought),
            duration: Quantity::learn(durations, took),
            sales_ranking: true,
        }
    }

    /// The same model for a company that does not want technicians ranked by what they bring: values then depend on
    /// the job type alone. Durations keep their effects.
    #[must_use]
    pub fn without_sales_ranking(mut self) -> Model {
        self.sales_ranking = false;
        self
    }

    /// What a visit of a type is expected to bring with a technician.
    pub fn value(&self, job_type: JobTypeId, technician: TechnicianId) -> Forecast {
        let kind = self.value.kind(job_type);
        let effect = self.effect(technician);
        let expected = self.expected(job_type, technician);
        let (low, high) = self.value.spread.unwrap_or(kind.catalogue).around(expected.0);
        let mut reasons = vec![match kind.n {
            0 => "no such job was done yet, so the catalogue's typical value counts".to_owned(),
            1 => format!("1 past job and the catalogue's typical value say {}", Cents(kind.mean)),
            n => format!("{n} past jobs of this type say {}", Cents(kind.mean)),
        }];
        if !self.sales_ranking {
            reasons.push("technicians are not ranked by what they bring".to_owned());
        } else if effect.n > 0 {
            let percent = rounded(i128::from(effect.share - WHOLE) * 100, i128::from(WHOLE));
            let (word, percent) = if percent < 0 { ("less", -percent) } else { ("more", percent) };
            let jobs = if effect.n == 1 { "job" } else { "jobs" };
            reasons.push(match percent {
                0 => format!("{} {jobs} of this technician bring what others bring", effect.n),
                _ => format!(
                    "{} {jobs} of this technician bring {percent} % {word} than others', small samples counted less",
                    effect.n
                ),
            });
        }
        let (low, high) = (Cents(low), Cents(high));
        Forecast { expected, low, high, n: kind.n, n_technician: effect.n, reasons }
    }

    /// The expected value without its words: what the planner asks for, a hundred times a second.
    pub fn expected(&self, job_type: JobTypeId, technician: TechnicianId) -> Cents {
        self.scaled(Cents(self.value.kind(job_type).mean), technician)
    }

    /// A job's own value with the technician's effect on it.
    pub fn scaled(&self, value: Cents, technician: TechnicianId) -> Cents {
        let share = self.effect(technician).share;
        Cents(rounded(i128::from(value.0) * i128::from(share), i128::from(WHOLE)))
    }

    /// How long a visit of a type is expected to take a technician. Unknown types take no time.
    pub fn duration(&self, job_type: JobTypeId, technician: TechnicianId) -> DurationForecast {
        let kind = self.duration.kind(job_type);
        let share = self.duration.effect(technician).share;
        let expected = rounded(i128::from(kind.mean) * i128::from(share), i128::from(WHOLE));
        let (low, high) = self.duration.spread.unwrap_or(kind.catalogue).around(expected);
        let length = SignedDuration::from_secs;
        DurationForecast { expected: length(expected), low: length(low), high: length(high), n: kind.n }
    }

    fn effect(&self, technician: TechnicianId) -> Effect {
        let effect = self.value.effect(technician);
        if self.sales_ranking { effect } else { Effect { share: WHOLE, ..effect } }
    }
}

impl Quantity {
    /// `types` come with their prior means, from the catalogue.
    fn learn(
        mut types: BTreeMap<JobTypeId, TypeMean>,
        done: impl Iterator<Item = (JobTypeId, TechnicianId, i64)> + Clone,
    ) -> Quantity {
        let mut sums: BTreeMap<JobTypeId, (i64, i64)> = BTreeMap::new();
        for (job_type, _, figure) in done.clone() {
            let (sum, n) = sums.entry(job_type).or_default();
            *sum = sum.saturating_add(figure);
            *n += 1;
        }
        for (job_type, (sum, n)) in sums {
            let unknown =
                TypeMean { mean: rounded(i128::from(sum), i128::from(n)), n: 0, catalogue: UNKNOWN_SPREAD };
            let kind = types.entry(job_type).or_insert(unknown);
            kind.mean = shrunk(sum, n, kind.mean, JOBS_FOR_HALF_TRUST_IN_A_TYPE);
            kind.n = u32::try_from(n).unwrap_or(u32::MAX);
        }
        let mut quantity = Quantity { types, technicians: BTreeMap::new(), spread: None };
        quantity.technicians = quantity.effects(done.clone());
        quantity.spread = Spread::of(
            done.filter_map(|(job_type, technician, figure)| {
                let forecast = quantity.kind(job_type).mean * quantity.effect(technician).share / WHOLE;
                (forecast > 0).then(|| rounded(i128::from(figure) * i128::from(WHOLE), i128::from(forecast)))
            })
            .collect(),
        );
        quantity
    }

    /// What each technician's jobs brought against what jobs of the same types bring: a ratio of sums, so that one
    /// small job with a big ratio does not weigh like a large one, shrunk towards one by the number of jobs.
    fn effects(
        &self,
        done: impl Iterator<Item = (JobTypeId, TechnicianId, i64)>,
    ) -> BTreeMap<TechnicianId, Effect> {
        let mut sums: BTreeMap<TechnicianId, (i128, i128, i64)> = BTreeMap::new();
        for (job_type, technician, figure) in done {
            let (came, usual, n) = sums.entry(technician).or_default();
            *came += i128::from(figure);
            *usual += i128::from(self.kind(job_type).mean);
            *n += 1;
        }
        let effect = |(came, usual, n): (i128, i128, i64)| {
            let ratio = if usual > 0 { rounded(came * i128::from(WHOLE), usual) } else { WHOLE };
            let ratio = ratio.clamp(EFFECT_LIMITS.0, EFFECT_LIMITS.1);
            let share = shrunk(ratio * n, n, WHOLE, JOBS_FOR_HALF_TRUST_IN_A_TECHNICIAN);
            Effect { share, n: u32::try_from(n).unwrap_or(u32::MAX) }
        };
        sums.into_iter().map(|(technician, sums)| (technician, effect(sums))).collect()
    }

    fn kind(&self, job_type: JobTypeId) -> TypeMean {
        let unknown = TypeMean { mean: 0, n: 0, catalogue: UNKNOWN_SPREAD };
        self.types.get(&job_type).copied().unwrap_or(unknown)
    }

    fn effect(&self, technician: TechnicianId) -> Effect {
        self.technicians.get(&technician).copied().unwrap_or(Effect { share: WHOLE, n: 0 })
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
