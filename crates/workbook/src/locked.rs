//! Workbooks that are encrypted under the password that Excel itself gives to those that are merely write-protected. Who
//! has no other password may read them. What has one of its own stays shut.

use aes::cipher::{BlockCipherDecrypt, KeyInit, StreamCipher};
use base64::Engine;
use md5::Md5;
use rc4::Rc4;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::binary::Bytes;
use crate::limits::Unreadable;

/// The password that everyone has.
const PASSWORD: &str = "VelvetSweatshop";
/// How often a password is hashed at most: Excel does it 100,000 times.
const SPINS: u32 = 1_000_000;

fn password() -> Vec<u8> {
    PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn hash<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// A hash by its name.
type Hash = fn(&[&[u8]]) -> Vec<u8>;

fn spun(hash: Hash, salt: &[u8], spins: u32) -> Result<Vec<u8>, Unreadable> {
    if spins > SPINS {
        return Err(Unreadable::Password);
    }
    let first = hash(&[salt, &password()]);
    Ok((0..spins).fold(first, |before, at| hash(&[&at.to_le_bytes(), &before])))
}

/// Undoes AES block by block, each joined with the one before it where there is a beginning.
fn aes(key: &[u8], beginning: Option<&[u8]>, bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    fn blocks<C: BlockCipherDecrypt + KeyInit>(
        key: &[u8],
        beginning: Option<&[u8]>,
        bytes: &[u8],
    ) -> Option<Vec<u8>> {
        let cipher = C::new_from_slice(key).ok()?;
        let mut before = beginning.map(<[u8]>::to_vec);
        let mut plain = Vec::with_capacity(bytes.len());
        for chunk in bytes.chunks_exact(16) {
            let mut block = aes::cipher::Block::<C>::try_from(chunk).ok()?;
            cipher.decrypt_block(&mut block);
            match &mut before {
                Some(before) => {
                    plain.extend(block.iter().zip(before.iter()).map(|(a, b)| a ^ b));
                    *before = chunk.to_vec();
                }
                None => plain.extend_from_slice(&block),
            }
        }
        Some(plain)
    }
    let plain = match key.len() {
        16 => blocks::<aes::Aes128>(key, beginning, bytes),
        24 => blocks::<aes::Aes192>(key, beginning, bytes),
        32 => blocks::<aes::Aes256>(key, beginning, bytes),
        _ => None,
    };
    plain.ok_or(Unreadable::Password)
}

/// The package that is encrypted in a container.
pub(crate) fn package(info: &[u8], package: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut head = Bytes(info);
    let version = (head.u16()?, head.u16()?);
    let mut body = Bytes(package);
    let (low, high) = (body.u32()?, body.u32()?);
    let mut plain = match version {
        (4, 4) => {
            head.take(4)?;
            Agile::read(head.0).ok_or(Unreadable::Password)?.package(body.0)?
        }
        (2..=4, 2) => standard(head, body.0)?,
        _ => return Err(Unreadable::Password),
    };
    let size = usize::try_from(u64::from(high) << 32 | u64::from(low)).unwrap_or(usize::MAX);
    plain.truncate(size);
    Ok(plain)
}

/// Encryption as of 2007.
fn standard(mut head: Bytes<'_>, body: &[u8]) -> Result<Vec<u8>, Unreadable> {
    head.u32()?;
    let size = usize::try_from(head.u32()?).map_err(Unreadable::broken)?;
    let mut header = Bytes(head.take(size)?);
    header.take(16)?;
    let bits = header.u32()?;
    head.u32()?;
    let (salt, input) = (head.take(16)?, head.take(16)?);
    head.u32()?;
    let hashed = head.take(32)?;
    let last = hash::<Sha1>(&[&spun(hash::<Sha1>, salt, 50_000)?, &0_u32.to_le_bytes()]);
    let pad = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(&last).for_each(|(a, b)| *a ^= b);
        hash::<Sha1>(&[&block])
    };
    let key = [pad(0x36), pad(0x5C)].concat();
    let key = key.get(..usize::try_from(bits / 8).unwrap_or(usize::MAX)).ok_or(Unreadable::Password)?;
    if hash::<Sha1>(&[&aes(key, None, input)?]) != aes(key, None, hashed)?[..20] {
        return Err(Unreadable::Password);
    }
    aes(key, None, body)
}

/// Encryption as of 2010.
struct Agile {
    hash: Hash,
    salt: Vec<u8>,
    block: usize,
    key_hash: Hash,
    key_salt: Vec<u8>,
    key_size: usize,
    spins: u32,
    input: Vec<u8>,
    value: Vec<u8>,
    key: Vec<u8>,
}

impl Agile {
    fn read(xml: &[u8]) -> Option<Self> {
        let xml = std::str::from_utf8(xml).ok()?;
        let mut reader = quick_xml::Reader::from_str(xml);
        let (mut data, mut key) = (None, None);
        loop {
            match reader.read_event().ok()? {
                quick_xml::events::Event::Start(start) | quick_xml::events::Event::Empty(start) => {
                    match start.local_name().as_ref() {
                        "keyData" => data = Some(start.into_owned()),
                        "encryptedKey" => key = Some(start.into_owned()),
                        _ => {}
                    }
                }
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        let (data, key) = (data?, key?);
        let base64 = |start, name| {
            base64::engine::general_purpose::STANDARD.decode(crate::xml::attribute(start, name)?.trim()).ok()
        };
        let size = |start, name| usize::try_from(crate::xml::number(start, name)?).ok();
        Some(Self {
            hash: named(&crate::xml::attribute(&data, "hashAlgorithm")?)?,
            salt: base64(&data, "saltValue")?,
            block: size(&data, "blockSize").filter(|size| *size == 16)?,
            key_hash: named(&crate::xml::attribute(&key, "hashAlgorithm")?)?,
            key_salt: base64(&key, "saltValue").filter(|salt| salt.len() >= 16)?,
            key_size: size(&key, "keyBits")? / 8,
            spins: crate::xml::number(&key, "spinCount")?,
            input: base64(&key, "encryptedVerifierHashInput")?,
            value: base64(&key, "encryptedVerifierHashValue")?,
            key: base64(&key, "encryptedKeyValue")?,
        })
    }

    fn package(&self, body: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let spun = spun(self.key_hash, &self.key_salt, self.spins)?;
        let opened = |block: [u8; 8], bytes: &[u8]| {
            let mut key = (self.key_hash)(&[&spun, &block]);
            key.resize(self.key_size, 0x36);
            aes(&key, Some(&self.key_salt[..16]), bytes)
        };
        let input = opened([0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79], &self.input)?;
        let value = opened([0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E], &self.value)?;
        let expected = (self.key_hash)(&[&input]);
        if !value.starts_with(&expected) {
            return Err(Unreadable::Password);
        }
        let key = opened([0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6], &self.key)?;
        let key = key.get(..self.key_size).ok_or(Unreadable::Password)?;
        let mut plain = Vec::with_capacity(body.len());
        for (at, segment) in (0_u32..).zip(body.chunks(4096)) {
            let beginning = (self.hash)(&[&self.salt, &at.to_le_bytes()]);
            plain.extend(aes(key, Some(&beginning[..self.block]), segment)?);
        }
        Ok(plain)
    }
}

fn named(name: &str) -> Option<Hash> {
    Some(match name {
        "SHA1" | "SHA-1" => hash::<Sha1>,
        "SHA256" | "SHA-256" => hash::<Sha256>,
        "SHA384" | "SHA-384" => hash::<Sha384>,
        "SHA512" | "SHA-512" => hash::<Sha512>,
        _ => return None,
    })
}

/// Opens a stream of records in its place. `lock` is the data of the record that says how it is shut.
pub(crate) fn stream(stream: &mut [u8], lock: &[u8]) -> Result<(), Unreadable> {
    let mut lock = Bytes(lock);
    if lock.u16()? != 1 {
        return Err(Unreadable::Password);
    }
    let key = match (lock.u16()?, lock.u16()?) {
        (1, 1) => Rc4Key::of_97(lock)?,
        (2..=4, 2) => Rc4Key::of_xp(lock)?,
        _ => return Err(Unreadable::Password),
    };
    let mut pad = vec![0; stream.len()];
    for (block, bytes) in (0_u32..).zip(pad.chunks_mut(1024)) {
        key.cipher(block)?.apply_keystream(bytes);
    }
    let mut at = 0;
    while at + 4 <= stream.len() {
        let kind = u16::from_le_bytes([stream[at], stream[at + 1]]);
        let size = usize::from(u16::from_le_bytes([stream[at + 2], stream[at + 3]]));
        // The records that say what follows are open.
        let open = match kind {
            0x809 | 0x2F | 0xE1 | 0x1AF | 0x1BC | 0x138 | 0x195 | 0x196 => size,
            0x85 => 4,
            _ => 0,
        };
        let end = (at + 4 + size).min(stream.len());
        for place in (at + 4 + open.min(size)).min(end)..end {
            stream[place] ^= pad[place];
        }
        at += 4 + size;
    }
    Ok(())
}

/// What the keys of a stream's blocks are made from.
struct Rc4Key {
    base: Vec<u8>,
    hash: Hash,
    size: usize,
}

impl Rc4Key {
    fn of_97(mut lock: Bytes<'_>) -> Result<Self, Unreadable> {
        let (salt, input, hashed) = (lock.take(16)?, lock.take(16)?, lock.take(16)?);
        let first = hash::<Md5>(&[&password()]);
        let salted = [&first[..5], salt].concat().repeat(16);
        let key = Self { base: hash::<Md5>(&[&salted])[..5].to_vec(), hash: hash::<Md5>, size: 16 };
        key.verified(input, hashed, 16)
    }

    fn of_xp(mut lock: Bytes<'_>) -> Result<Self, Unreadable> {
        lock.u32()?;
        let size = usize::try_from(lock.u32()?).map_err(Unreadable::broken)?;
        let mut header = Bytes(lock.take(size)?);
        header.take(16)?;
        let bits = match header.u32()? {
            0 => 40,
            bits => bits,
        };
        lock.u32()?;
        let (salt, input) = (lock.take(16)?, lock.take(16)?);
        lock.u32()?;
        let hashed = lock.take(20)?;
        let size = usize::try_from(bits / 8).unwrap_or(usize::MAX);
        let key = Self { base: hash::<Sha1>(&[salt, &password()]), hash: hash::<Sha1>, size };
        key.verified(input, hashed, 20)
    }

    fn verified(self, input: &[u8], hashed: &[u8], size: usize) -> Result<Self, Unreadable> {
        let mut both = [input, hashed].concat();
        self.cipher(0)?.apply_keystream(&mut both);
        let (input, hashed) = both.split_at(16);
        if (self.hash)(&[input])[..size] == hashed[..size] { Ok(self) } else { Err(Unreadable::Password) }
    }

    fn cipher(&self, block: u32) -> Result<Rc4, Unreadable> {
        let mut key = (self.hash)(&[&self.base, &block.to_le_bytes()]);
        key.truncate(self.size);
        if key.len() == 5 {
            key.resize(16, 0);
        }
        Rc4::new_from_slice(&key).map_err(|_| Unreadable::Password)
    }
}
