//! People who sign in, their roles, and what a role may do.

use crate::id::{TechnicianId, UserId};
use serde::{Deserialize, Serialize};

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// Sign-in name, an e-mail address in lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The technician this person is, for the technician's pages.
    pub technician: Option<TechnicianId>,
    /// Whether the account may sign in.
    pub active: bool,
}

/// A role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, and signs authority rules.
    Owner,
    /// Everything but signing.
    Manager,
    /// Board, inbox, approvals.
    Dispatcher,
    /// Inbox; sees the board.
    Csr,
    /// Own route.
    Technician,
    /// Sees, changes nothing.
    ReadOnly,
}

/// Something a role may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See the board and the inbox.
    SeeBoard,
    /// Read and edit leads, book by hand.
    WorkInbox,
    /// Approve, edit or reject a proposed booking.
    Approve,
    /// Generate and accept suggestions.
    AcceptSuggestion,
    /// Move, lock, hold and cancel visits by hand.
    EditBoard,
    /// Change settings.
    EditSettings,
    /// Change the mode of booking or board.
    ChangeMode,
    /// Sign authority rules.
    SignRules,
    /// Stop everything automatic.
    KillSwitch,
    /// Create and change accounts.
    ManageUsers,
}

impl Permission {
    /// All of them, for tables and tests.
    pub const ALL: [Permission; 10] = [
        Permission::SeeBoard,
        Permission::WorkInbox,
        Permission::Approve,
        Permission::AcceptSuggestion,
        Permission::EditBoard,
        Permission::EditSettings,
        Permission::ChangeMode,
        Permission::SignRules,
        Permission::KillSwitch,
        Permission::ManageUsers,
    ];
}

impl Role {
    /// All roles, for tables and tests.
    pub const ALL: [Role; 6] =
        [Role::Owner, Role::Manager, Role::Dispatcher, Role::Csr, Role::Technician, Role::ReadOnly];

    /// Whether this role may do something.
    pub fn may(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Role::Owner => true,
            Role::Manager => permission != P::SignRules,
            // The kill switch only ever stops things, so everyone who answers for the day may pull it.
            Role::Dispatcher => matches!(
                permission,
                P::SeeBoard | P::WorkInbox | P::Approve | P::AcceptSuggestion | P::EditBoard | P::KillSwitch
            ),
            Role::Csr => matches!(permission, P::SeeBoard | P::WorkInbox),
            Role::Technician => false,
            Role::ReadOnly => permission == P::SeeBoard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_may_what_the_table_says() {
        let table = Role::ALL
            .map(|role| {
                let marks: String =
                    Permission::ALL.iter().map(|&p| if role.may(p) { 'x' } else { '.' }).collect();
                format!("{role:?} {marks}")
            })
            .join("\n");
        assert_eq!(
            table,
            "Owner xxxxxxxxxx\nManager xxxxxxx.xx\nDispatcher xxxxx...x.\nCsr xx........\nTechnician ..........\nReadOnly x........."
        );
    }
}
