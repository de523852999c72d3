//! The wire format under PBF: numbered fields, each a number or a run of bytes.
//!
//! Source: the Protocol Buffers encoding, <https://protobuf.dev/programming-guides/encoding/>.

/// Bytes that do not follow the format, and what is wrong with them.
#[derive(Debug)]
pub(crate) struct Broken(pub(crate) &'static str);

/// The value of one field.
pub(crate) enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    /// A fixed-width number; OpenStreetMap's files have none that we read.
    Fixed,
}

/// The fields of one message, in file order.
pub(crate) struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    pub(crate) fn of(message: &'a [u8]) -> Self {
        Self(message)
    }

    /// The next field and its number, or `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<(u64, Value<'a>)>, Broken> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let key = number(&mut self.0)?;
        let value = match key & 7 {
            0 => Value::Number(number(&mut self.0)?),
            1 => self.take(8).map(|_| Value::Fixed)?,
            2 => {
                let length = number(&mut self.0)?;
                Value::Bytes(self.take(length)?)
            }
            5 => self.take(4).map(|_| Value::Fixed)?,
            _ => return Err(Broken("a field has an unknown kind")),
        };
        Ok(Some((key >> 3, value)))
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], Broken> {
        let split = usize::try_from(length).ok().and_then(|length| self.0.split_at_checked(length));
        let (taken, rest) = split.ok_or(Broken("a field is longer than its block"))?;
        self.0 = rest;
        Ok(taken)
    }
}

/// Seven bits a byte, lowest first; the high bit says that more follow.
fn number(bytes: &mut &[u8]) -> Result<u64, Broken> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first().ok_or(Broken("a number is cut off"))?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(Broken("a number is too long"))
}

/// Appends a packed list; a writer may also repeat the field with one number each.
pub(crate) fn packed(value: Value<'_>, list: &mut Vec<u64>) -> Result<(), Broken> {
    match value {
        Value::Number(number) => list.push(number),
        Value::Bytes(mut bytes) => {
            while !bytes.is_empty() {
                list.push(number(&mut bytes)?);
            }
        }
        Value::Fixed => return Err(Broken("a list has the wrong kind")),
    }
    Ok(())
}

/// Undoes the folding of small negative numbers into small positive ones.
pub(crate) fn zigzag(folded: u64) -> i64 {
    (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_numbers_unfold_to_both_signs() {
        for (folded, number) in [(0, 0), (1, -1), (2, 1), (3, -2), (u64::MAX, i64::MIN)] {
            assert_eq!(zigzag(folded), number);
        }
    }

    #[test]
    fn a_cut_or_endless_number_is_broken() {
        assert!(number(&mut &[0x80_u8][..]).is_err());
        assert!(number(&mut &[0xff_u8; 11][..]).is_err());
        assert_eq!(number(&mut &[0xac_u8, 0x02][..]).expect("the example of the format's own page"), 300);
    }

    #[test]
    fn a_field_longer_than_its_message_is_broken() {
        assert!(Fields::of(&[0x0a, 0x05, b'x']).next().is_err());
    }
}
