//! Accounts: the first owner, and the people that owners and managers add, close and help.
//!
//! Nobody changes an account above their own: only who may sign the rules adds, closes or helps an owner.

use crate::access::{Who, role_name, role_of};
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::sessions::NewSession;
use crate::view::{FirstOwner, NewPassword, NewUser, PasswordChange, UserView};
use crate::{App, company, email, password};
use domain::{Actor, CompanyId, Entry, EntryKind, Permission, Role, Subject, User, UserId};
use store::{Changeset, OnlyIf, Stored};

/// The first company of an installation; the database refuses a second one of this id, so that of several people who
/// set up at the same moment one wins.
const FIRST_COMPANY: CompanyId = CompanyId(1);

impl App {
    /// Whether nobody has an account yet.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn setup_needed(&self) -> Result<bool, Error> {
        Ok(self.store.has_no_users().await?)
    }

    /// Sets up the first company with its owner.
    ///
    /// # Errors
    /// `conflict` when somebody was quicker; a field error when a part makes no sense.
    pub async fn set_up(&self, owner: FirstOwner) -> Result<NewSession, Error> {
        if !self.setup_needed().await? {
            return Err(set_up_already());
        }
        password::check("password", &owner.password)?;
        let email = email::checked("email", &owner.email)?;
        let company = company::fresh(FIRST_COMPANY, &owner.company, &owner.time_zone)?;
        let user = User {
            id: UserId(self.new_id()),
            email,
            name: required("name", &owner.name)?,
            role: Role::Owner,
            technician: None,
            active: true,
        };
        let hash = password::hashed(owner.password).await?;
        let id = company.id;
        let entry = Entry::new(
            self.now(),
            Actor::System,
            EntryKind::CompanySetUp,
            format!("{} was set up", company.name),
        )
        .about(Subject::User(user.id));
        let mut changes = Changeset::new(id).add(company).add(user.clone()).entry(entry);
        changes.passwords.push((user.id, hash));
        if self.try_commit(changes).await?.is_err() {
            return Err(set_up_already());
        }
        self.begin_session(id, user).await
    }

    /// The accounts of the company, closed ones included, by e-mail address.
    ///
    /// # Errors
    /// `forbidden` without the permission to manage accounts.
    pub async fn users(&self, who: &Who) -> Result<Vec<UserView>, Error> {
        who.require(Permission::ManageUsers)?;
        Ok(self.store.users(who.company).await?.iter().map(|user| UserView::from(&user.value)).collect())
    }

    /// Adds an account.
    ///
    /// # Errors
    /// `forbidden`, a field error, or `conflict` when the address has an account already.
    pub async fn add_user(&self, who: &Who, new: NewUser) -> Result<UserView, Error> {
        who.require(Permission::ManageUsers)?;
        let role = role_of(&new.role).ok_or_else(|| {
            Error::field("role", "use owner, manager, dispatcher, csr, technician or read_only")
        })?;
        require_over(who, role)?;
        password::check("password", &new.password)?;
        let email = email::checked("email", &new.email)?;
        let name = required("name", &new.name)?;
        let user = User { id: UserId(self.new_id()), email, name, role, technician: None, active: true };
        let hash = password::hashed(new.password).await?;
        let entry = self.account_entry(who, &user, format!("{} was added as {}", user.name, role_name(role)));
        self.commit(Changeset::new(who.company).add(user.clone()).entry(entry).password(user.id, hash))
            .await?;
        Ok(UserView::from(&user))
    }

    /// Closes an account: it cannot sign in any more, and its sessions end. What the person did stays.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, or `conflict` with `last_owner`.
    pub async fn close_user(&self, who: &Who, id: UserId) -> Result<UserView, Error> {
        self.set_active(who, id, false).await
    }

    /// Opens a closed account again, with the password that it had.
    ///
    /// # Errors
    /// `forbidden` or `not_found`.
    pub async fn reopen_user(&self, who: &Who, id: UserId) -> Result<UserView, Error> {
        self.set_active(who, id, true).await
    }

    /// Gives somebody a new password, which whoever sets it tells them; their sessions and links end.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, or a field error for a bad password.
    pub async fn reset_password(&self, who: &Who, id: UserId, new: NewPassword) -> Result<(), Error> {
        who.require(Permission::ManageUsers)?;
        let user = self.account(who, id).await?.value;
        require_over(who, user.role)?;
        password::check("password", &new.password)?;
        let hash = password::hashed(new.password).await?;
        let reason = format!("{} got a new password from {}", user.name, who.user.name);
        let entry = self.account_entry(who, &user, reason);
        let changes = Changeset::new(who.company).password(id, hash).sign_out(id, None).entry(entry);
        self.commit(changes).await?;
        Ok(())
    }

    /// Changes the password of the person who asks; their other sessions and their links end.
    ///
    /// # Errors
    /// A field error when the old one is wrong (`wrong_password`) or the new one is bad.
    pub async fn change_password(&self, who: &Who, change: PasswordChange) -> Result<(), Error> {
        password::check("new", &change.new)?;
        let known = self.store.password_hash(who.company, who.user.id).await?;
        let is_right = match known {
            Some(hash) => password::verified(change.old.clone(), hash).await,
            None => false,
        };
        if !is_right {
            let mut wrong = Error::field("old", "is not your password");
            wrong.code = "wrong_password";
            return Err(wrong);
        }
        if change.new == change.old {
            return Err(Error::field("new", "is the old password; choose another"));
        }
        let hash = password::hashed(change.new).await?;
        let id = who.user.id;
        let reason = format!("{} changed their password", who.user.name);
        let entry = self.account_entry(who, &who.user, reason);
        let own = Some(who.session.clone());
        self.commit(Changeset::new(who.company).password(id, hash).sign_out(id, own).entry(entry)).await?;
        Ok(())
    }

    async fn set_active(&self, who: &Who, id: UserId, active: bool) -> Result<UserView, Error> {
        who.require(Permission::ManageUsers)?;
        for _ in 0..TRIES {
            let position = self.store.position(who.company).await?;
            let Stored { value: mut user, version } = self.account(who, id).await?;
            require_over(who, user.role)?;
            if user.active == active {
                return Ok(UserView::from(&user));
            }
            let mut changes = Changeset::new(who.company);
            if user.role == Role::Owner && !active {
                self.require_another_owner(who, id).await?;
                // Two owners who close each other at the same moment must not both succeed.
                changes = changes.only_if(OnlyIf::NothingSince(position));
            }
            user.active = active;
            let what = if active { "opened again" } else { "closed" };
            let entry = self.account_entry(who, &user, format!("the account of {} was {what}", user.name));
            changes = changes.change(user.clone(), version).sign_out(id, None).entry(entry);
            if self.try_commit(changes).await?.is_ok() {
                return Ok(UserView::from(&user));
            }
        }
        Err(Error::new(Kind::Conflict, "conflict", "too much happened at the same moment; try again"))
    }

    async fn account(&self, who: &Who, id: UserId) -> Result<Stored<User>, Error> {
        self.store.user(who.company, id).await?.ok_or_else(|| Error::not_found("account", id))
    }

    async fn require_another_owner(&self, who: &Who, id: UserId) -> Result<(), Error> {
        let users = self.store.users(who.company).await?;
        if users.iter().any(|user| user.role == Role::Owner && user.active && user.id != id) {
            return Ok(());
        }
        let detail = "this is the last owner; add another owner before closing this account";
        Err(Error::new(Kind::Conflict, "last_owner", detail))
    }

    fn account_entry(&self, who: &Who, user: &User, reason: String) -> Entry {
        Entry::new(self.now(), who.actor(), EntryKind::AccountChanged, reason).about(Subject::User(user.id))
    }
}

/// An owner's account is an owner's business: otherwise a manager could become one.
fn require_over(who: &Who, role: Role) -> Result<(), Error> {
    if role == Role::Owner { who.require(Permission::SignRules) } else { Ok(()) }
}

fn set_up_already() -> Error {
    Error::new(Kind::Conflict, "set_up_already", "this installation has an owner already; sign in")
}

fn required(path: &str, text: &str) -> Result<String, Error> {
    match text.trim() {
        "" => Err(Error::field(path, "must not be empty")),
        text if text.chars().count() > 200 => Err(Error::field(path, "is longer than 200 characters")),
        text => Ok(text.to_owned()),
    }
}
