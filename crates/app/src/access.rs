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
        let (role, what) = (role_name(self.user.role), permission_name(permission).replace('_', " "));
        Err(Error::new(
            Kind::Forbidden,
            "forbidden",
            format!("the role {role} may not {what}; ask an owner or manager"),
        ))
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
