//! A part of the rows, so that several computers can share a batch.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::str::FromStr;

use crate::app::problem::Problem;

/// One of several parts of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 1.
    pub index: usize,
    /// How many there are.
    pub count: usize,
}

/// The variables by which array jobs tell which part is theirs, from 0, and how many there are.
const ARRAY_JOBS: [(&str, &str); 2] =
    [("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS"), ("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE")];

impl Shard {
    /// All rows.
    pub const WHOLE: Self = Self { index: 1, count: 1 };

    /// Its rows of `total`: neighbours, in the file's order, so that merged files follow each other as the rows do.
    pub const fn rows(self, total: usize) -> Range<usize> {
        // Both products are small: a file has at most `rows::MAX_ROWS` rows.
        total * (self.index - 1) / self.count..total * self.index / self.count
    }

    /// The name of a file of this part: `NAME-I-of-N.ENDING`, or without the numbers for all rows.
    pub fn file_name(self, name: &str, suffix: &str, ending: &str) -> String {
        match self.count {
            1 => format!("{name}{suffix}.{ending}"),
            count => format!("{name}{suffix}-{}-of-{count}.{ending}", self.index),
        }
    }

    fn new(index: usize, count: usize) -> Option<Self> {
        (1..=count).contains(&index).then_some(Self { index, count }).filter(|shard| shard.count <= 100_000)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        let shard = parts.and_then(|(index, count)| Self::new(index, count));
        shard.ok_or_else(|| "write the part and how many there are, such as 1/4 to 4/4".to_owned())
    }
}

/// The part that was asked for, or that the array job which this process belongs to has given it.
pub fn chosen(
    asked: Option<Shard>,
    count: Option<NonZeroUsize>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Shard, Problem> {
    if let Some(shard) = asked {
        return Ok(shard);
    }
    for (index_name, count_name) in ARRAY_JOBS {
        let Some(index) = variable(index_name) else { continue };
        let own = count.map(|count| count.get().to_string()).or_else(|| variable(count_name));
        let own = own.ok_or_else(|| {
            Problem::Usage(format!(
                "{index_name} is set, but not how many parts there are: say --shards N, or set {count_name}; \
                 --shard 1/1 makes all rows"
            ))
        })?;
        let numbers = index.parse::<usize>().ok().zip(own.parse::<usize>().ok());
        let shard = numbers.and_then(|(index, count)| Shard::new(index.checked_add(1)?, count));
        return shard.ok_or_else(|| {
            Problem::Usage(format!("{index_name} must be a number below the number of parts, which is {own}"))
        });
    }
    match count {
        Some(count) if count.get() > 1 => {
            Err(Problem::Usage("--shards says how many parts there are; say which one with --shard I/N".to_owned()))
        }
        _ => Ok(Shard::WHOLE),
    }
}
