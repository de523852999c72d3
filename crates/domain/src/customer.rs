//! Customers and the places where they want work done.

use crate::geo::Point;
use crate::id::{CustomerId, LocationId, ZoneId};
use serde::{Deserialize, Serialize};

/// Somebody who asks for work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// Name as they gave it.
    pub name: String,
    /// Phones in E.164, best first.
    pub phones: Vec<String>,
    /// E-mail addresses, best first.
    pub emails: Vec<String>,
    /// What kind of customer this is.
    pub class: CustomerClass,
}

/// What kind of customer, as far as authority cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerClass {
    /// Nobody we know.
    New,
    /// Has had work done before.
    Returning,
    /// Has a service agreement.
    Member,
    /// Not to be served until a person says otherwise.
    DoNotService,
}

/// A postal address; parts that are unknown are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Number, street and unit: `1418 Summit St Apt 2`.
    pub line: String,
    /// City.
    pub city: String,
    /// Two letters.
    pub state: String,
    /// Five digits.
    pub zip: String,
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.line)?;
        if !self.city.is_empty() {
            write!(f, ", {}", self.city)?;
        }
        if !self.state.is_empty() {
            write!(f, ", {}", self.state)?;
        }
        if !self.zip.is_empty() {
            write!(f, " {}", self.zip)?;
        }
        Ok(())
    }
}

/// A place where a customer wants work done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// Whose.
    pub customer: CustomerId,
    /// Postal address.
    pub address: Address,
    /// Where it is; none until the address was found on the map.
    pub point: Option<Point>,
    /// The zone it lies in; none when it is outside all of them or not found yet.
    pub zone: Option<ZoneId>,
    /// Gate codes, dogs, parking.
    pub access: String,
}
