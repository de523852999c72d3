//! One visit with everything the flyout shows, and what the planner says of each technician.

use super::load::days_around;
use super::show;
use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::view::{RankedTechnician, RefusalView, TechnicianRanking, VisitDetail};
use domain::{
    AppointmentId, Board, Cents, CompanyId, DriveTimes, Gain, Permission, Placement, Refusal, SignedDuration,
    Subject, SuggestionState, TechnicianId,
};
use jiff::{RoundMode, TimestampRound, Unit};
use planner::{Outcome, Problem, TechnicianVerdict};
use std::sync::Arc;

/// Starts are tried in steps of five minutes, as everywhere.
const STEP: SignedDuration = SignedDuration::from_mins(5);

impl App {
    /// A visit with its job, its customer and what happened to it.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn visit(&self, who: &Who, id: AppointmentId) -> Result<VisitDetail, Error> {
        who.require(Permission::SeeBoard)?;
        let board = self.board_of_visit(who.company, id).await?;
        let visit = board.visit(id).ok_or_else(|| Error::not_found("visit", id))?.clone();
        let shown = visit.clone();
        let view = self.ask(board, None, move |board, drives, _| show::visit(board, &shown, drives)).await?;
        let suggestions = self.store.suggestions_for(who.company, id, 1).await?;
        let changed = self.last_change(who.company, id).await?.map_or(0, |change| change.position);
        // What was thought of before the visit was changed is no longer worth showing.
        let open = suggestions.first().map(|one| &one.value);
        let open = open.filter(|one| one.state == SuggestionState::Open && one.based_on >= changed);
        let mut subjects = vec![Subject::Appointment(id), Subject::Job(visit.job.id)];
        subjects.extend(visit.job.lead.map(Subject::Lead));
        Ok(VisitDetail {
            visit: view,
            phone: visit.customer.phones.first().cloned(),
            access: visit.location.access.clone(),
            lead_id: visit.job.lead.map(|lead| lead.to_string()),
            booked: visit.job.booked,
            suggestion_id: open.map(|one| one.id.to_string()),
            timeline: self.timeline_of(who.company, &subjects).await?,
        })
    }

    /// One verdict for every technician: those who can, best first; then the others, nearest to it first.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn ranked_technicians(&self, who: &Who, id: AppointmentId) -> Result<TechnicianRanking, Error> {
        who.require(Permission::SeeBoard)?;
        let board = self.board_of_visit(who.company, id).await?;
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            let verdicts = planner::rank(&Problem::new(board, drives, values), id);
            let mut verdicts: Vec<TechnicianVerdict> =
                verdicts.into_iter().map(|verdict| by_hand(board, id, verdict, drives)).collect();
            verdicts.sort_by_key(|verdict| match &verdict.outcome {
                Outcome::Blocked { blocks } => (2, blocks.iter().map(|block| distance(&block.refusal)).sum()),
                // What the planner leaves alone it does not weigh: they stand behind those it plans.
                _ if is_left_alone(board, verdict.technician) => (1, SignedDuration::ZERO),
                Outcome::Chosen { .. } | Outcome::Feasible { .. } => (0, SignedDuration::ZERO),
            });
            verdicts.into_iter().map(|verdict| show_verdict(board, verdict)).collect()
        };
        Ok(TechnicianRanking { technicians: self.ask(board, None, ask).await? })
    }

    /// The board of the days a visit is promised for or stands on.
    pub(crate) async fn board_of_visit(
        &self,
        company: CompanyId,
        id: AppointmentId,
    ) -> Result<Arc<Board>, Error> {
        let visit =
            self.store.appointment(company, id).await?.ok_or_else(|| Error::not_found("visit", id))?.value;
        let company = self.company_of(company).await?.value;
        let span = days_around(&company, visit.state.busy().into_iter(), visit.window.0)?;
        self.load_board(company.id, span).await
    }
}

fn is_left_alone(board: &Board, technician: TechnicianId) -> bool {
    board.technician(technician).is_some_and(|technician| !technician.managed)
}

/// A verdict as it stands for a person: they send whom the planner leaves alone.
fn by_hand(
    board: &Board,
    id: AppointmentId,
    verdict: TechnicianVerdict,
    drives: &dyn DriveTimes,
) -> TechnicianVerdict {
    let technician = verdict.technician;
    let Outcome::Blocked { mut blocks } = verdict.outcome else { return verdict };
    if is_left_alone(board, technician)
        && let Some(at) = first_place(board, id, technician, drives)
    {
        let (gain, extra_drive) = (Gain::default(), SignedDuration::ZERO);
        let outcome = Outcome::Feasible { at, gain, extra_drive, behind: Cents::ZERO };
        return TechnicianVerdict { outcome, ..verdict };
    }
    if blocks.len() > 1 {
        blocks.retain(|block| block.refusal != Refusal::NotManaged);
    }
    TechnicianVerdict { outcome: Outcome::Blocked { blocks }, ..verdict }
}

/// The first place of a visit with one technician that a person may give it without a reason.
fn first_place(
    board: &Board,
    id: AppointmentId,
    technician: TechnicianId,
    drives: &dyn DriveTimes,
) -> Option<Placement> {
    let window = board.visit(id)?.appointment.window;
    let steps = TimestampRound::new().smallest(Unit::Minute).increment(5).mode(RoundMode::Ceil);
    let first = window.start().max(board.now).round(steps).ok()?;
    let starts = std::iter::successors(Some(first), |start| Some(*start + STEP));
    let mut places =
        starts.take_while(|start| window.allows(*start)).map(|start| Placement { technician, start });
    places.find(|place| {
        board.judge_visit(id, *place, drives).iter().all(|refusal| *refusal == Refusal::NotManaged)
    })
}

/// How far somebody is from being able to come: what time could mend by its length, what nobody mends today at the end.
fn distance(refusal: &Refusal) -> SignedDuration {
    use Refusal as R;
    let minutes = SignedDuration::from_mins;
    match refusal {
        R::ArrivesLate { late_by } | R::NextArrivesLate { late_by } => *late_by,
        R::OutsideWindow { by, .. } => by.abs(),
        R::DriveTooLong { drive, limit } | R::DriveHomeTooLong { drive, limit } => *drive - *limit,
        R::NotManaged => SignedDuration::ZERO,
        R::VisitInTheWay { locked: false, .. } | R::ReservationInTheWay { .. } | R::BreaksPromise { .. } => {
            minutes(90)
        }
        R::VisitInTheWay { .. } | R::EventInTheWay { .. } => minutes(180),
        R::OutsideHours | R::OnCallOnly | R::NoShift => minutes(600),
        R::OutsideZone { .. } | R::OtherUnit { .. } => minutes(2_000),
        R::OnTimeOff { .. } => minutes(5_000),
        R::LicenceExpired { .. } => minutes(10_000),
        R::MissingSkill { .. } => minutes(20_000),
        _ => minutes(60),
    }
}

fn show_verdict(board: &Board, verdict: TechnicianVerdict) -> RankedTechnician {
    let name = board.technician(verdict.technician).map_or_else(String::new, |one| one.name.clone());
    let feasible = if verdict.has_it { "has_it" } else { "feasible" };
    let minutes = |gain: domain::Gain| show::minutes(domain::SignedDuration::from_secs(gain.drive_seconds));
    let (word, start, drive, behind, blocks) = match verdict.outcome {
        Outcome::Chosen { at, gain } => (feasible, Some(at.start), Some(minutes(gain)), Some(0), Vec::new()),
        Outcome::Feasible { at, gain, behind, .. } => {
            (feasible, Some(at.start), Some(minutes(gain)), Some(behind.0), Vec::new())
        }
        Outcome::Blocked { blocks } => ("blocked", None, None, None, blocks),
    };
    RankedTechnician {
        technician_id: verdict.technician.to_string(),
        name,
        verdict: if verdict.has_it { "has_it" } else { word }.to_owned(),
        start,
        drive_minutes: drive,
        behind_cents: behind,
        refusals: blocks.iter().map(|block| RefusalView::from(&block.refusal)).collect(),
    }
}
