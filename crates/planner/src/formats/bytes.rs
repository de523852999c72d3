//! From bytes to typed values: big tables go straight into flat memory, and an error names its field.

use super::Wrong;
use serde::de::{self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Rows of equal width, one after the other. In JSON an array of arrays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    /// Number of rows.
    pub rows: usize,
    /// Cells of each row; 0 when there are no rows.
    pub width: usize,
    /// All cells, row by row; `rows * width` of them.
    pub cells: Vec<T>,
}

impl<T> Table<T> {
    /// One row.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn row(&self, row: usize) -> &[T] {
        &self.cells[row * self.width..(row + 1) * self.width]
    }
}

/// Reads JSON.
///
/// The path of a field is only kept while looking for an error that is known to exist, because keeping it for every
/// cell of a matrix takes longer than reading the matrix.
pub(crate) fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Wrong> {
    let error = match serde_json::from_slice(bytes) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    Err(match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(found) => {
            let path = found.path().to_string();
            let path = if path == "." { "file".to_owned() } else { path };
            Wrong::at(path, in_words(found.inner()))
        }
        // The value itself is fine; something follows it.
        Ok(_) => Wrong::at("file", in_words(&error)),
    })
}

/// The message without names of types.
fn in_words(error: &serde_json::Error) -> String {
    let mut words = error.to_string();
    for (name, meaning) in [
        ("expected u32", "expected a whole number from 0"),
        ("expected u64", "expected a whole number from 0"),
        ("expected usize", "expected a whole number from 0"),
        ("expected u8", "expected a whole number from 0 to 255"),
        ("expected i64", "expected a whole number"),
        ("expected f64", "expected a number"),
        ("expected value", "is not JSON"),
    ] {
        if let Some(at) = words.find(name) {
            words.replace_range(at..at + name.len(), meaning);
        }
    }
    words
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Table<T>, D::Error> {
        reader.deserialize_seq(Rows(PhantomData))
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        writer.collect_seq((0..self.rows).map(|row| self.row(row)))
    }
}

struct Rows<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Rows<T> {
    type Value = Table<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Table<T>, A::Error> {
        let mut table = Table { rows: 0, width: 0, cells: Vec::new() };
        while rows.next_element_seed(Row(&mut table))?.is_some() {
            if table.rows == 1 {
                // Most tables are square.
                table.cells.reserve(table.width.saturating_mul(table.width.saturating_sub(1)).min(1 << 26));
            }
        }
        Ok(table)
    }
}

struct Row<'t, T>(&'t mut Table<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Row<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Row<'_, T> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a row of numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut cells: A) -> Result<(), A::Error> {
        let table = self.0;
        let before = table.cells.len();
        while let Some(cell) = cells.next_element()? {
            table.cells.push(cell);
        }
        let width = table.cells.len() - before;
        if table.rows == 0 {
            table.width = width;
        } else if width != table.width {
            let words =
                format!("row {} has {width} entries, the rows before it have {}", table.rows, table.width);
            return Err(de::Error::custom(words));
        }
        table.rows += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[derive(Debug, serde::Deserialize)]
    struct Sample {
        matrix: Table<u32>,
    }

    fn check(json: &str, expected: &Expect) {
        let told = match from_json::<Sample>(json.as_bytes()) {
            Ok(sample) => format!("{:?}", sample.matrix.cells),
            Err(wrong) => wrong.to_string(),
        };
        expected.assert_eq(&told);
    }

    #[test]
    fn a_table_is_read_flat_and_an_error_names_its_field() {
        check(r#"{"matrix":[[0,1],[2,3]]}"#, &expect!["[0, 1, 2, 3]"]);
        check(r#"{"matrix":[]}"#, &expect!["[]"]);
        check(
            r#"{"matrix":[[0,1],[2]]}"#,
            &expect!["matrix[1]: row 1 has 1 entries, the rows before it have 2 at line 1 column 20"],
        );
        check(
            r#"{"matrix":[[0,1],[2,-3]]}"#,
            &expect![
                "matrix[1][1]: invalid value: integer `-3`, expected a whole number from 0 at line 1 column 22"
            ],
        );
        check(r#"{"matrix":[[0,1],[2,NaN]]}"#, &expect!["matrix[1][1]: is not JSON at line 1 column 21"]);
        check(
            r#"{"matrix":[[0,1.5]]}"#,
            &expect![
                "matrix[0][1]: invalid type: floating point `1.5`, expected a whole number from 0 at line 1 column 17"
            ],
        );
        check(r#"{"matrix":[[0,1]]} and more"#, &expect!["file: trailing characters at line 1 column 20"]);
        check(r#"{"matrix":[[0,1]"#, &expect!["matrix: EOF while parsing a list at line 1 column 16"]);
        check("", &expect!["file: EOF while parsing a value at line 1 column 0"]);
        check("{}", &expect!["file: missing field `matrix` at line 1 column 2"]);
    }
}
