//! Companies and their authority rules.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{Connection, statements, values};
use crate::error::{Halt, StoreError};
use domain::authority::RuleSet;
use domain::{Company, CompanyId};

kept!(Company => Noun::Company, "company", |company| company.id.0, { "slug" "$6": company.slug.as_str() });
kept!(RuleSet => Noun::RuleSet, "rule_set", |rules| i64::from(rules.version), { "signed" "$6": rules.signed.is_some() });

statements! {
    COMPANIES: "SELECT version, body FROM company ORDER BY company";
    BY_SLUG: "SELECT version, body FROM company WHERE slug = $1";
    RULE_SETS: "SELECT version, body FROM rule_set WHERE company = $1 ORDER BY id DESC";
    ACTIVE_RULES: "SELECT version, body FROM rule_set WHERE company = $1 AND signed = 1 ORDER BY id DESC LIMIT 1";
    RULES_CHANGED:
        "SELECT 1 FROM company
         WHERE company = $1 AND id = $1
           AND (version > $3 OR $2 <> (SELECT COALESCE(MAX(id), 0) FROM rule_set WHERE company = $1))";
}

/// Whether the rules have another version by now, or the company was written after a position.
pub(crate) async fn rules_changed(
    connection: &mut Connection,
    company: i64,
    rules: u32,
    settings: i64,
) -> Result<bool, Halt> {
    let row = values![company, i64::from(rules), settings];
    Ok(connection.one(RULES_CHANGED, row).await?.is_some())
}

impl Store {
    /// All companies, oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn companies(&self) -> Result<Vec<Stored<Company>>, StoreError> {
        stored_all(&self.rows(COMPANIES, &[]).await?)
    }

    /// The company with a name in web addresses.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn company_by_slug(&self, slug: &str) -> Result<Option<Stored<Company>>, StoreError> {
        Ok(stored_all(&self.rows(BY_SLUG, values![slug]).await?)?.pop())
    }

    /// A company.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn company(&self, company: CompanyId) -> Result<Option<Stored<Company>>, StoreError> {
        self.get(company, company.0).await
    }

    /// The rules in force: the signed set with the highest version.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn active_rules(&self, company: CompanyId) -> Result<Option<Stored<RuleSet>>, StoreError> {
        Ok(stored_all(&self.rows(ACTIVE_RULES, values![company.0]).await?)?.pop())
    }

    /// One version of the rules.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn rule_set(
        &self,
        company: CompanyId,
        version: u32,
    ) -> Result<Option<Stored<RuleSet>>, StoreError> {
        self.get(company, i64::from(version)).await
    }

    /// All versions of the rules, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn rule_sets(&self, company: CompanyId) -> Result<Vec<Stored<RuleSet>>, StoreError> {
        stored_all(&self.rows(RULE_SETS, values![company.0]).await?)
    }
}
