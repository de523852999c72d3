//! Who asks, and whether they may.

use crate::error::{Error, Kind};
use domain::{Actor, Permission, Role, User};

/// A person who is signed in.
#[derive(Debug, Clone)]
pub struct Who {
    /// The account.
    pub user: User,
    /// The company it belongs to.
    pub company: domain::CompanyId,
    pub(crate) csrf: String,
    pub(crate) session: Vec<u8>,
}

impl Who {
    /// What every request that changes something has to carry.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The person as the journal names them.
    pub fn actor(&self) -> Actor {
        Actor::User { id: self.user.id }
    }

    /// Goes on only when the role allows it.
    ///
    /// # Errors
    /// `forbidden`, naming the role and what it lacks.
    pub fn require(&self, permission: Permission) -> Result<(), Error> {
        if self.user.active && self.user.role.may(permission) {
            return Ok(());
        }
        let (role, what) = (role_name(self.user.role), in_words(permission));
        let whom = if Role::Manager.may(permission) { "an owner or a manager" } else { "an owner" };
        let detail = format!("the role `{role}` may not {what}; ask {whom}");
        Err(Error::new(Kind::Forbidden, "forbidden", detail))
    }
}

/// What a permission allows, as it stands after "may".
fn in_words(permission: Permission) -> &'static str {
    match permission {
        Permission::SeeBoard => "see the board and the inbox",
        Permission::WorkInbox => "work on leads or book a job",
        Permission::Approve => "approve or reject a booking",
        Permission::AcceptSuggestion => "generate or accept suggestions",
        Permission::EditBoard => "change the board by hand",
        Permission::EditSettings => "change the settings",
        Permission::ChangeMode => "change the mode of the board or start automatic acts again",
        Permission::SignRules => "sign the rules of authority or change the account of an owner",
        Permission::KillSwitch => "stop everything automatic",
        Permission::ManageUsers => "see or change the accounts",
    }
}

/// The stable name of a role.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Manager => "manager",
        Role::Dispatcher => "dispatcher",
        Role::Csr => "csr",
        Role::Technician => "technician",
        Role::ReadOnly => "read_only",
    }
}

/// The role of a stable name.
pub fn role_of(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_name(*role) == name)
}

/// The stable name of a permission.
pub fn permission_name(permission: Permission) -> &'static str {
    match permission {
        Permission::SeeBoard => "see_board",
        Permission::WorkInbox => "work_inbox",
        Permission::Approve => "approve",
        Permission::AcceptSuggestion => "accept_suggestion",
        Permission::EditBoard => "edit_board",
        Permission::EditSettings => "edit_settings",
        Permission::ChangeMode => "change_mode",
        Permission::SignRules => "sign_rules",
        Permission::KillSwitch => "kill_switch",
        Permission::ManageUsers => "manage_users",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{CompanyId, UserId};

    #[test]
    fn every_no_is_a_sentence() {
        let user = User {
            id: UserId(1),
            email: String::new(),
            name: String::new(),
            role: Role::ReadOnly,
            technician: None,
            active: false,
        };
        let who = Who { user, company: CompanyId(1), csrf: String::new(), session: Vec::new() };
        let said: Vec<String> =
            Permission::ALL.into_iter().map(|one| who.require(one).unwrap_err().to_string()).collect();
        assert_eq!(
            said,
            [
                "the role `read_only` may not see the board and the inbox; ask an owner or a manager",
                "the role `read_only` may not work on leads or book a job; ask an owner or a manager",
                "the role `read_only` may not approve or reject a booking; ask an owner or a manager",
                "the role `read_only` may not generate or accept suggestions; ask an owner or a manager",
                "the role `read_only` may not change the board by hand; ask an owner or a manager",
                "the role `read_only` may not change the settings; ask an owner or a manager",
                "the role `read_only` may not change the mode of the board or start automatic acts again; \
                 ask an owner or a manager",
                "the role `read_only` may not sign the rules of authority or change the account of an owner; \
                 ask an owner",
                "the role `read_only` may not stop everything automatic; ask an owner or a manager",
                "the role `read_only` may not see or change the accounts; ask an owner or a manager",
            ]
        );
    }
}
