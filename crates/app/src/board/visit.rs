//! One visit with everything the flyout shows, and what the planner says of each technician.

use super::load::days_around;
use super::show;
use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::view::{RankedTechnician, RefusalView, TechnicianRanking, VisitDetail};
use domain::{AppointmentId, Board, CompanyId, Permission, Subject, SuggestionState};
use planner::{Outcome, Problem, TechnicianVerdict};
use std::sync::Arc;

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

    /// One verdict for every technician, best first.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn ranked_technicians(&self, who: &Who, id: AppointmentId) -> Result<TechnicianRanking, Error> {
        who.require(Permission::SeeBoard)?;
        let board = self.board_of_visit(who.company, id).await?;
        let ask = move |board: &Board, drives: &dyn domain::DriveTimes, values: &super::Forecasts<'_>| {
            let verdicts = planner::rank(&Problem::new(board, drives, values), id);
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
