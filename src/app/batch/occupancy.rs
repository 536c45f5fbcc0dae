//! A folder holds one batch: whether this one may use it, and what `--replace` removes of another.

use std::collections::BTreeSet;

use super::folder::Store;
use super::manifest::{self, Manifest, Status};
use super::shard::Shard;
use crate::app::problem::Problem;
use crate::model::ids;

/// The batch that wants to use a folder.
pub struct Guest<'g> {
    /// Which part of it.
    pub shard: Shard,
    /// Identifies the batch, so that its parts recognise each other.
    pub identity: &'g str,
    /// The ids of all its rows.
    pub ids: &'g BTreeSet<&'g str>,
    /// Whether it goes on with what is there.
    pub resume: bool,
    /// Whether it takes the place of what is there.
    pub replace: bool,
}

impl Guest<'_> {
    /// Sees that the folder holds no other batch, or removes what the manifests of another one list. What this one's own
    /// rows have made before is its own affair.
    ///
    /// # Errors
    /// There is another batch in it, and nobody has said that it may go; or it cannot be read.
    pub fn enter(&self, store: &dyn Store) -> Result<(), Problem> {
        let failed = |error| Problem::output(&store.shown(), &error);
        let manifests = manifest::all(store).map_err(failed)?;
        let (own, others): (Vec<_>, Vec<_>) =
            manifests.iter().partition(|(_, shard, manifest)| self.is_own(*shard, manifest));
        if self.replace {
            return others.iter().try_for_each(|(name, _, old)| self.remove(store, name, old)).map_err(failed);
        }
        let shown = store.shown();
        let count = |manifests: &[&(String, Shard, Manifest)]| {
            let count: usize = manifests.iter().map(|(_, _, manifest)| made(manifest).len()).sum();
            if count == 1 { "1 sheet".to_owned() } else { format!("{count} sheets") }
        };
        // Rows that were added are a reason to go on, not to begin anew.
        let goes_on = |(_, shard, old): &&(String, Shard, Manifest)| {
            let whole = shard.count == 1 && self.shard.count == 1;
            self.resume && whole && made(old).iter().all(|id| self.ids.contains(id))
        };
        if !others.iter().all(goes_on) {
            return Err(Problem::Usage(format!(
                "{shown} holds another batch ({}, of other rows or divided otherwise); name another folder, or say \
                 --replace to remove its sheets",
                count(&others)
            )));
        }
        let again = own.iter().any(|(_, shard, manifest)| *shard == self.shard && !made(manifest).is_empty());
        if again && !self.resume {
            return Err(Problem::Usage(format!(
                "{shown} holds a batch of these ids already ({}); --resume keeps what is right and makes the rest, \
                 --replace makes all of it anew",
                count(&own)
            )));
        }
        Ok(())
    }

    /// Whether a manifest is this batch's.
    fn is_own(&self, shard: Shard, manifest: &Manifest) -> bool {
        let known = manifest.rows.values().find_map(|entry| entry.batch.as_deref());
        let is_empty = manifest.rows.is_empty() && manifest.merged.is_none();
        shard.count == self.shard.count && (is_empty || known == Some(self.identity))
    }

    /// Removes what another batch's manifest lists, and the manifest; a sheet that this one has a row for is left for it.
    fn remove(&self, store: &dyn Store, name: &str, manifest: &Manifest) -> std::io::Result<()> {
        for id in made(manifest).into_iter().filter(|id| ids::fault(id).is_none() && !self.ids.contains(id)) {
            store.remove(&format!("{id}.pdf"))?;
        }
        if let Some(merged) = manifest.merged.as_ref().filter(|file| !file.merged.contains(['/', '\\'])) {
            store.remove(&merged.merged)?;
        }
        // Its own is written anew, and keeps for `--resume` what was made.
        if name == self.shard.file_name("manifest", "", "jsonl") { Ok(()) } else { store.remove(name) }
    }
}

/// The ids of the sheets that were made, as a manifest says.
fn made(manifest: &Manifest) -> Vec<&str> {
    let done = manifest.rows.values().filter(|entry| entry.status == Status::Done && !entry.only_merged);
    done.filter_map(|entry| entry.id.as_deref()).collect()
}
