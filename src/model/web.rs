//! Web addresses: completed where the scheme is missing, or refused.
//!
//! This reads the addresses of clinics: `http` or `https`, a host with a name, and what follows it in the letters that
//! RFC 3986 has. A host with other letters must be written in its encoded form (`xn--…`, RFC 5891): the crates that would
//! do so bring tables of all scripts.

/// A web address with its scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress {
    /// The whole address.
    pub address: String,
    /// Whether `https://` was added to what was written.
    pub completed: bool,
}

/// Why a text is no web address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAddress {
    /// What is wrong.
    pub why: String,
    /// What to write.
    pub help: &'static str,
}

/// What to write.
const HOW: &str = "write it as in `https://clinic.example/leaflets`";
/// What a path, a query or a fragment may hold besides letters and digits.
const SIGNS: &str = "-._~:/?#[]@!$&'()*+,;=%";

impl WebAddress {
    /// The address that `text` holds.
    ///
    /// # Errors
    /// When it is none that a browser opens: an e-mail address, another scheme, a sentence, a host without a name.
    pub fn read(text: &str) -> Result<Self, NoAddress> {
        let text = text.trim();
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(no_address("there is a space in it", "write the address alone, without words around it"));
        }
        let lower = text.to_lowercase();
        let (scheme, rest) = match lower.find("://") {
            Some(at) if lower[..at].bytes().all(|byte| byte.is_ascii_alphabetic()) => (Some(&lower[..at]), at + 3),
            _ => (None, 0),
        };
        if scheme.is_some_and(|scheme| scheme != "https" && scheme != "http") {
            return Err(no_address("it does not begin with https:// or http://", HOW));
        }
        let rest = text.get(rest..).unwrap_or_default();
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if authority.contains('@') {
            return Err(no_address(
                "this is an e-mail address",
                "write the address of the clinic's pages, or leave it out",
            ));
        }
        host(authority)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || SIGNS.contains(c);
        if let Some(c) = path.chars().find(|c| !fits(*c)) {
            return Err(no_address(
                format!("`{c}` cannot stand in an address"),
                "copy the address from the browser's address line",
            ));
        }
        let completed = scheme.is_none();
        let address = if completed { format!("https://{rest}") } else { text.to_owned() };
        Ok(Self { address, completed })
    }
}

/// Whether a host has a name and, at most, a port.
fn host(authority: &str) -> Result<(), NoAddress> {
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(no_address("it does not begin with https:// or http://", HOW));
    }
    if host.is_empty() {
        return Err(no_address("the address has no name", HOW));
    }
    if !host.is_ascii() {
        return Err(no_address(
            "its name has letters beyond a to z",
            "write its encoded form, which begins with `xn--`",
        ));
    }
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let fits = |label: &&str| {
        let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = labels.last().copied().unwrap_or_default();
    let named = labels.len() > 1 && last.len() > 1 && !last.bytes().all(|byte| byte.is_ascii_digit());
    match named && labels.iter().all(fits) && host.len() <= 253 {
        true => Ok(()),
        false => Err(no_address("this is not the name of a place on the web", HOW)),
    }
}

fn no_address(why: impl Into<String>, help: &'static str) -> NoAddress {
    NoAddress { why: why.into(), help }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_completed() {
        for (text, address, completed) in [
            ("https://riverside.example", "https://riverside.example", false),
            ("http://riverside.example/a?b=c#d", "http://riverside.example/a?b=c#d", false),
            ("HTTPS://Riverside.example", "HTTPS://Riverside.example", false),
            ("www.clinic.example", "https://www.clinic.example", true),
            (" clinic.example/leaflets/ ", "https://clinic.example/leaflets/", true),
            ("clinic.example:8080/x", "https://clinic.example:8080/x", true),
            ("xn--mller-kva.example", "https://xn--mller-kva.example", true),
            ("clinic.example?from=http://x", "https://clinic.example?from=http://x", true),
        ] {
            let expected = WebAddress { address: address.to_owned(), completed };
            assert_eq!(WebAddress::read(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_no_browser_opens_is_refused() {
        for (text, why) in [
            ("info@clinic.example", "e-mail"),
            ("mailto:info@clinic.example", "e-mail"),
            ("https://user@clinic.example", "e-mail"),
            ("javascript:alert(1)", "https://"),
            ("ftp://clinic.example", "https://"),
            ("file:///etc/passwd", "https://"),
            ("https://", "no name"),
            ("https:///leaflets", "no name"),
            ("", "no name"),
            ("see our web page", "space"),
            ("https://clinic.example/my leaflets", "space"),
            ("clinic", "not the name"),
            ("localhost", "not the name"),
            ("192.168.1.4", "not the name"),
            ("clinic..example", "not the name"),
            ("-clinic.example", "not the name"),
            ("https://müller.example", "letters beyond"),
            ("https://clinic.example/ä", "cannot stand"),
            ("https://clinic.example/<b>", "cannot stand"),
            ("https:/clinic.example", "https://"),
            ("https;//clinic.example", "not the name"),
        ] {
            let found = WebAddress::read(text);
            assert!(found.clone().is_err_and(|no| no.why.contains(why)), "{text}: {found:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}|(https?:/?/?)?[a-z.:/@?#-]{0,20}") {
            if let Ok(address) = WebAddress::read(&text) {
                prop_assert!(address.address.is_ascii() && address.address.to_lowercase().starts_with("http"));
            }
        }
    }
}
