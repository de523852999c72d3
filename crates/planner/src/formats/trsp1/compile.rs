//! From a `trsp-1` day to what the solver is asked, and back.

use super::{Day, Job, Route, Solution, Stop, Taken, Technician};
use crate::formats::Wrong;
use crate::model::{Able, Appointment, Break, Draft, Duty, Hold, Money, Routes, Span, Window};

/// A day as the solver is asked about it. Duties are its technicians, jobs its jobs, in the same order.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The question.
    pub draft: Draft,
    /// How many times greater money is in the draft: prices of driving may have decimals.
    pub scale: i64,
}

impl Day {
    /// Writes the day down for the solver.
    pub fn compile(&self) -> Compiled {
        let cost = self.objective.drive_cost_per_min;
        // Three decimals of a cent a minute are a dollar in some hundred years of driving.
        let scale = if cost.fract() == 0.0 { 1 } else { 1_000 };
        let draft = Draft {
            places: self.locations.len(),
            matrices: vec![self.matrix_s.cells.clone()],
            slices: Vec::new(),
            // Money is in sixtieths: a price per minute is the price of a second.
            drive_price: Money((cost * scale as f64).round() as i64),
            duties: (0..).zip(&self.technicians).map(|(index, technician)| duty(index, technician)).collect(),
            jobs: self.jobs.iter().enumerate().map(|(index, job)| self.job(index, job, scale)).collect(),
            links: Vec::new(),
            groups: Vec::new(),
        };
        Compiled { draft, scale }
    }

    fn job(&self, index: usize, job: &Job, scale: i64) -> crate::model::Job {
        let gains = self.values.row(index);
        let may = |tech: &usize| {
            let allowed = job.allowed_techs.as_ref().is_none_or(|allowed| allowed.contains(tech));
            allowed && job.skills.iter().all(|skill| self.technicians[*tech].skills.contains(skill))
        };
        // A person has decided about a locked job: the rules of who may do it are for the checker to name.
        let able: Vec<usize> = match &job.locked {
            Some(lock) => vec![lock.tech],
            None => (0..self.technicians.len()).filter(may).collect(),
        };
        let able = able.into_iter().map(|tech| Able {
            duty: narrow(tech as i64) as u32,
            gain: Money::from_cents(gains[tech]) * scale,
            duration: None,
        });
        let hold = match &job.locked {
            Some(lock) => match lock.start {
                Some(start) => Hold::Fixed { duty: narrow(lock.tech as i64) as u32, start: narrow(start) },
                None => Hold::Mandatory,
            },
            None if job.mandatory == Some(true) => Hold::Mandatory,
            None => Hold::Optional,
        };
        crate::model::Job {
            place: narrow(job.location as i64) as u32,
            duration: narrow(job.duration),
            windows: merged(&job.windows),
            demand: narrow(job.demand.unwrap_or(0)) as u32,
            penalty: Money::from_cents(job.unassigned_penalty) * scale,
            hold,
            able: able.collect(),
        }
    }

    /// A plan of this day as the solver begins with it. Technicians and jobs have to exist; the rest is for the solver
    /// to judge.
    ///
    /// # Errors
    /// A technician or a job that is not there, or that is there twice.
    pub fn routes(&self, plan: &Solution) -> Result<Routes, Wrong> {
        let mut routes =
            Routes { duties: vec![Default::default(); self.technicians.len()], ..Routes::default() };
        let mut seen = std::collections::HashSet::new();
        for (index, route) in plan.routes.iter().enumerate() {
            let wrong =
                |path: String, what: String| Err(Wrong::at(format!("plan: routes[{index}].{path}"), what));
            let Some(duty) = routes.duties.get_mut(route.tech) else {
                return wrong("tech".to_owned(), format!("there is no technician {}", route.tech));
            };
            if !duty.stops.is_empty() {
                return wrong("tech".to_owned(), format!("technician {} has a route already", route.tech));
            }
            for (position, stop) in route.stops.iter().enumerate() {
                let path = format!("stops[{position}]");
                if stop.job >= self.jobs.len() {
                    return wrong(format!("{path}.job"), format!("there is no job {}", stop.job));
                }
                if !seen.insert(stop.job) {
                    return wrong(format!("{path}.job"), format!("job {} is planned already", stop.job));
                }
                let Ok(start) = i32::try_from(stop.start) else {
                    return wrong(format!("{path}.start"), format!("{} is no second of the day", stop.start));
                };
                duty.stops.push(crate::model::Stop { job: narrow(stop.job as i64) as u32, start });
            }
        }
        let left = (0..self.jobs.len()).filter(|job| !seen.contains(job));
        routes.unserved = left.map(|job| narrow(job as i64) as u32).collect();
        Ok(routes)
    }

    /// The solver's answer as a plan of this day.
    ///
    /// # Panics
    /// When the answer is for another day.
    pub fn solution(&self, routes: &Routes) -> Solution {
        assert_eq!(routes.duties.len(), self.technicians.len(), "the answer has a route for each technician");
        let routes = routes.duties.iter().enumerate().filter(|(_, route)| !route.stops.is_empty());
        let routes = routes.map(|(tech, route)| Route {
            tech,
            stops: route
                .stops
                .iter()
                .map(|stop| Stop { job: stop.job as usize, start: i64::from(stop.start) })
                .collect(),
            breaks: (0..)
                .zip(&route.breaks)
                .map(|(index, start)| Taken { index, start: i64::from(*start) })
                .collect(),
        });
        Solution { instance: Some(self.name.clone()), routes: routes.collect(), notes: Vec::new() }
    }
}

fn duty(index: u32, technician: &Technician) -> Duty {
    let blocks = |placed| technician.blocks.iter().filter(move |block| block.location.is_some() == placed);
    let limit = |limit: Option<i64>| limit.map(|limit| narrow(limit) as u32);
    Duty {
        technician: index,
        from: narrow(technician.shift[0]),
        until: narrow(technician.shift[1]),
        start: Some(narrow(technician.start as i64) as u32),
        end: Some(narrow(technician.end as i64) as u32),
        max_leg: limit(technician.max_leg_s),
        max_drive: limit(technician.max_drive_s),
        capacity: limit(technician.capacity),
        breaks: technician
            .breaks
            .iter()
            .map(|one| Break { duration: narrow(one.duration), window: window(one.window) })
            .collect(),
        busy: blocks(false)
            .map(|block| Span { start: narrow(block.start), end: narrow(block.end) })
            .collect(),
        appointments: blocks(true)
            .filter_map(|block| {
                let span = Span { start: narrow(block.start), end: narrow(block.end) };
                block.location.map(|place| Appointment { span, place: narrow(place as i64) as u32 })
            })
            .collect(),
        ..Duty::default()
    }
}

/// Windows by time; those that overlap or touch are one.
fn merged(windows: &[[i64; 2]]) -> Vec<Window> {
    let mut sorted = windows.to_vec();
    sorted.sort_unstable();
    let mut merged: Vec<[i64; 2]> = Vec::with_capacity(sorted.len());
    for next in sorted {
        match merged.last_mut() {
            Some(last) if next[0] <= last[1] + 1 => last[1] = last[1].max(next[1]),
            _ => merged.push(next),
        }
    }
    merged.into_iter().map(window).collect()
}

fn window([earliest, latest]: [i64; 2]) -> Window {
    Window { earliest: narrow(earliest), latest: narrow(latest) }
}

/// Reading has bounded every number.
fn narrow(number: i64) -> i32 {
    i32::try_from(number).expect("numbers of a file that was read fit in 31 bits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_that_overlap_or_touch_are_one() {
        let seen = |windows: &[[i64; 2]]| -> Vec<_> {
            merged(windows).iter().map(|window| (window.earliest, window.latest)).collect()
        };
        assert_eq!(seen(&[[50, 60], [0, 10], [10, 20]]), [(0, 20), (50, 60)]);
        assert_eq!(seen(&[[0, 100], [20, 30]]), [(0, 100)]);
        assert_eq!(seen(&[[0, 10], [11, 20], [22, 30]]), [(0, 20), (22, 30)]);
    }
}
