//! Tasks that were given up: who keeps the program running sees them, and lets them be tried again.

use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::view::TaskView;
use crate::worker::READ_LEAD;
use domain::{CompanyId, LeadId, Permission};
use store::DeadTask;

/// How many are shown.
const SHOWN: u32 = 200;

impl App {
    /// The tasks of the company that were given up, latest first.
    ///
    /// # Errors
    /// `forbidden` for whom the settings are none of their business, `unavailable`.
    pub async fn dead_tasks(&self, who: &Who) -> Result<Vec<TaskView>, Error> {
        who.require(Permission::EditSettings)?;
        self.shown_dead_tasks(who.company).await
    }

    /// Lets a task that was given up be tried again at once.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn retry_task(&self, who: &Who, id: i64) -> Result<(), Error> {
        who.require(Permission::EditSettings)?;
        if !self.store.revive_task(who.company, id, self.now()).await? {
            return Err(Error::not_found("task", id));
        }
        tracing::info!(task = id, by = %who.user.id, "a task that was given up is tried again");
        self.work.notify_one();
        Ok(())
    }

    /// What was given up in all companies, one sentence each, for `doctor`.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn given_up(&self) -> Result<Vec<String>, Error> {
        let mut sentences = Vec::new();
        for company in self.store.companies().await? {
            for task in self.shown_dead_tasks(company.value.id).await? {
                let TaskView { id, what, attempts, error, .. } = task;
                let name = &company.value.name;
                sentences
                    .push(format!("{name}: task {id}, {what}, given up after {attempts} tries: {error}"));
            }
        }
        Ok(sentences)
    }

    /// How many tasks of a company were given up.
    pub(crate) async fn dead_task_count(&self, company: CompanyId) -> Result<u32, Error> {
        let counts = self.store.dead_task_counts().await?;
        let count = counts.into_iter().find(|(of, _)| *of == company).map_or(0, |(_, count)| count);
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    async fn shown_dead_tasks(&self, company: CompanyId) -> Result<Vec<TaskView>, Error> {
        let dead = self.store.dead_tasks(company, SHOWN).await?;
        let mut shown = Vec::with_capacity(dead.len());
        for task in dead {
            shown.push(self.show_dead(task).await?);
        }
        Ok(shown)
    }

    async fn show_dead(&self, task: DeadTask) -> Result<TaskView, Error> {
        let lead = task.payload.parse::<LeadId>().ok().filter(|_| task.kind == READ_LEAD);
        let known = match lead {
            Some(id) => self.store.lead(task.company, id).await?,
            None => None,
        };
        let what = known
            .map_or_else(|| task.kind.replace('_', " "), |lead| format!("reading L{}", lead.value.number));
        Ok(TaskView {
            id: task.id.to_string(),
            state: "dead".to_owned(),
            what,
            kind: task.kind,
            lead_id: lead.map(|id| id.to_string()),
            attempts: u32::try_from(task.attempts).unwrap_or(u32::MAX),
            error: task.error,
            died: task.died,
        })
    }
}
