"""A party of OFAC's advanced XML, its documents, relations and sanctions.

In: elements; out: an Entry. What has no column becomes a property named by the label that the
file gives it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from catchall.intake.watchlists.entry import AIRPLANE, VESSEL, Entry
from catchall.intake.watchlists.ofac_labels import keep, keep_identifier, split_label
from catchall.intake.watchlists.ofac_references import Place, References, day, period, said

_KINDS = {"A.K.A.": "alias", "F.K.A.": "former", "N.K.A.": "alias", "Name": "alias"}
_LABELS = {
    "Birthdate": "DOB",
    "Place of Birth": "POB",
    "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
    "VESSEL TYPE": "Vessel Type",
}
"""Labels of features that the other files of OFAC have in other words."""
_LAST_NAME, _LATIN = "Last Name", "Latin"
_OWNED, _OWNS = "Owned or Controlled By", "Owns, controls, or operates"


@dataclass(frozen=True)
class Document:
    """A document of a party: whose identity, its label, number, country, and what more."""

    identity: str
    line: int
    label: str
    number: str
    country: str
    more: tuple[str, ...]

    @property
    def words(self) -> str:
        """All that the document says, in one line."""
        country = f"({self.country})" if self.country else ""
        parts = (self.label, self.number, country, *self.more)
        return " ".join(part for part in parts if part)


def keep_party(
    entry: Entry, party: etree._Element, values: References, places: Mapping[str, Place]
) -> list[tuple[etree._Element, str]]:
    """Put names and features of a party into the entry; what could not be read, and why."""
    entry.remarks = said(party, "Comment")
    unread: list[tuple[etree._Element, str]] = []
    for profile in party.iterfind("{*}Profile"):
        entry.property("party_type", values.party_type(profile.get("PartySubTypeID")))
        for identity in profile.iterfind("{*}Identity"):
            unread += _names(entry, identity, values)
        for feature in profile.iterfind("{*}Feature"):
            unread += _feature(entry, feature, values, places)
    return unread


def _names(
    entry: Entry, identity: etree._Element, values: References
) -> Iterator[tuple[etree._Element, str]]:
    """The primary alias first, and of each alias the names in Latin letters first."""
    groups = {
        group.get("ID", ""): values.text("NamePartType", group.get("NamePartTypeID"))
        for group in identity.iterfind(
            "{*}NamePartGroups/{*}MasterNamePartGroup/{*}NamePartGroup"
        )
    }
    aliases = sorted(
        identity.iterfind("{*}Alias"), key=lambda alias: alias.get("Primary") != "true"
    )
    for alias in aliases:
        documented = alias.findall("{*}DocumentedName")
        for name in sorted(documented, key=lambda one: bool(_script(one, values))):
            if text := _text(name, groups, values):
                _keep_name(entry, alias, text, _script(name, values), values)
            else:
                yield name, "the name has no text"


def _script(name: etree._Element, values: References) -> str:
    """The script of a name that is not in Latin letters; nothing for one that is."""
    scripts = [
        values.text("Script", part.get("ScriptID"))
        for part in name.iterfind("{*}DocumentedNamePart/{*}NamePartValue")
    ]
    return next((script for script in scripts if script and script != _LATIN), "")


def _text(name: etree._Element, groups: Mapping[str, str], values: References) -> str:
    """Persons as in the other files of OFAC, "LAST, First"; other scripts as they stand."""
    last: list[str] = []
    rest: list[str] = []
    latin = not _script(name, values)
    for part in name.iterfind("{*}DocumentedNamePart/{*}NamePartValue"):
        kind = groups.get(part.get("NamePartGroupID", ""), "")
        words = (part.text or "").strip()
        (last if latin and kind == _LAST_NAME else rest).append(words)
    parts = [" ".join(word for word in words if word) for words in (last, rest)]
    return ", ".join(part for part in parts if part)


def _keep_name(
    entry: Entry, alias: etree._Element, text: str, script: str, values: References
) -> None:
    told = values.text("AliasType", alias.get("AliasTypeID"))
    weak = alias.get("LowQuality") == "true"
    kind = _KINDS.get(told, "alias")
    if not entry.names:
        kind = "primary"
    elif script:
        kind = "original_script"
    elif weak and kind == "alias":
        kind = "weak_alias"
    quality = " ".join(part for part in (told, "low quality" if weak else "", script) if part)
    entry.name(text, kind, quality)


def _feature(
    entry: Entry, feature: etree._Element, values: References, places: Mapping[str, Place]
) -> Iterator[tuple[etree._Element, str]]:
    label = values.text("FeatureType", feature.get("FeatureTypeID")).strip()
    for version in feature.iterfind("{*}FeatureVersion"):
        for part in version.iterfind("{*}VersionLocation"):
            where = places.get(part.get("LocationID", ""))
            if where is None:
                yield part, f"there is no location {part.get('LocationID')}"
            elif label == "Location":
                entry.address(where.lines, where.country, **where.known)
            else:
                _keep(entry, label, where.text)
        for value in _told(version, values):
            _keep(entry, label, value)
        if comment := said(version, "Comment"):
            entry.property(f"{label} comment", comment)


def _told(version: etree._Element, values: References) -> Iterator[str]:
    """The dates and details of a feature; a detail may be a reference, a text, or both."""
    yield from map(period, version.iterfind("{*}DatePeriod"))
    for detail in version.iterfind("{*}VersionDetail"):
        told = values.text("DetailReference", detail.get("DetailReferenceID"))
        yield from dict.fromkeys((told, (detail.text or "").strip()))


def _keep(entry: Entry, label: str, value: str) -> None:
    """Where the label belongs; as a property where it is not known."""
    known, rest = split_label(_LABELS.get(label, label))
    if value and not keep(entry, known, f"{rest} {value}".strip()):
        entry.property(label, value)


def keep_document(entry: Entry, document: Document) -> None:
    """Put a document where it belongs; its whole line is a property as well."""
    known, rest = split_label(document.label)
    value = f"{rest} {document.number}".strip()
    if not keep_identifier(entry, known, value, document.country):
        keep(entry, known, value)
        entry.country(document.country)
    entry.property("id", document.words)


def keep_relation(
    entry: Entry, relation: etree._Element, values: References, target: str
) -> None:
    """Put a relation to the party ``target`` as a link; a former one is no owner any more."""
    told = values.text("RelationType", relation.get("RelationTypeID"))
    former = relation.get("Former") == "true"
    kind = "linked_to"
    if told == _OWNED and not former:
        kind = "owner" if entry.schema in (VESSEL, AIRPLANE) else "parent"
    elif told == _OWNS and not former:
        kind = "subsidiary"
    entry.link(kind, target)
    quality = values.text("RelationQuality", relation.get("RelationQualityID"))
    more = (told, target, "(former)" if former else "", quality, said(relation, "Comment"))
    entry.property("relation", " ".join(part for part in more if part))


def keep_sanctions(entry: Entry, sanctions: etree._Element, values: References) -> None:
    """Put programmes, measures, dates and legal bases of a sanctions entry into the entry."""
    entry.property("list", values.text("List", sanctions.get("ListID")))
    for event in sanctions.iterfind("{*}EntryEvent"):
        if when := day(event.find("{*}Date")):
            entry.date("listed", when)
        basis = values.text("LegalBasis", event.get("LegalBasisID"))
        if basis and basis not in entry.citations:
            entry.citations.append(basis)
        if comment := said(event, "Comment"):
            entry.property("event", comment)
    for measure in sanctions.iterfind("{*}SanctionsMeasure"):
        told = values.text("SanctionsType", measure.get("SanctionsTypeID"))
        comment = said(measure, "Comment")
        if told == "Program" and comment:
            entry.programmes.append(comment)
        else:
            entry.property("measure", " ".join(part for part in (told, comment) if part))
