//! Signing in.

use crate::access::role_name;
use domain::User;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Credentials of a person.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Sign-in name, an e-mail address.
    pub email: String,
    /// Password.
    pub password: String,
}

/// The first owner of a fresh installation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstOwner {
    /// The company's name.
    pub company: String,
    /// IANA time zone of the company, such as `America/New_York`.
    pub time_zone: String,
    /// Name of the owner.
    pub name: String,
    /// Sign-in name, an e-mail address.
    pub email: String,
    /// Password of at least twelve characters.
    pub password: String,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SessionView {
    /// The account.
    pub user: UserView,
    /// Send it as `X-CSRF-Token` with every request that changes something.
    pub csrf: String,
    /// What the account may do, as stable names such as `edit_board`.
    pub permissions: Vec<String>,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct UserView {
    /// Id.
    pub id: String,
    /// Sign-in name.
    pub email: String,
    /// Name.
    pub name: String,
    /// `owner`, `manager`, `dispatcher`, `csr`, `technician` or `read_only`.
    pub role: String,
    /// Whether it may sign in.
    pub active: bool,
}

/// A new account.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Sign-in name, an e-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Password of at least twelve characters.
    pub password: String,
}

/// A new password for somebody.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// Password of at least twelve characters.
    pub password: String,
}

/// A new password for oneself.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password until now.
    pub old: String,
    /// Password of at least twelve characters.
    pub new: String,
}

impl From<&User> for UserView {
    fn from(user: &User) -> UserView {
        UserView {
            id: user.id.to_string(),
            email: user.email.clone(),
            name: user.name.clone(),
            role: role_name(user.role).to_owned(),
            active: user.active,
        }
    }
}
