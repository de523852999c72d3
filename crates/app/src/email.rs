//! E-mail addresses that a person types: checked once, at the door.

use crate::error::Error;

/// Longest address, in bytes. Source: RFC 5321, 4.5.3.1, less what nobody uses.
const LONGEST: usize = 200;

/// An address in lower case.
///
/// # Errors
/// A field error when it is none.
pub(crate) fn checked(path: &str, text: &str) -> Result<String, Error> {
    let email = text.trim().to_lowercase();
    if email.len() <= LONGEST && is_email(&email) {
        Ok(email)
    } else {
        Err(Error::field(path, "is not an e-mail address; write it as `ana@example.com`"))
    }
}

/// Whether mail could be sent there: a name, one `@`, and a host of at least two labels.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_name = !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let ending = host.rsplit('.').next().unwrap_or_default();
    is_name
        && host.contains('.')
        && host.split('.').all(is_label)
        && ending.chars().count() >= 2
        && !ending.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_to_which_mail_could_be_sent() {
        for good in ["ana@example.com", "  Ana.Ruiz+hvac@Mail.Example.CO ", "zoë@exämple.de", "o'neil@a-b.io"]
        {
            assert_eq!(checked("email", good).unwrap(), good.trim().to_lowercase());
        }
        for bad in [
            "",
            "ana",
            "ana@",
            "@example.com",
            "ana@example",
            "ana@.com",
            "ana@example.",
            "ana@ex..com",
            "ana@-a.com",
            "a@b@example.com",
            "ana ruiz@example.com",
            "ana@exam ple.com",
            "ana@example.com, ben@example.com",
            "<ana@example.com>",
            "ana..ruiz@example.com",
            "ana\u{200b}@example.com",
            "ana\n@example.com",
            "ana@10.0.0.1",
        ] {
            assert_eq!(checked("email", bad).unwrap_err().errors[0].path, "email", "{bad:?}");
        }
        assert!(checked("email", &format!("{}@example.com", "a".repeat(200))).is_err());
    }
}
