// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/fieldwords.h"

#include <QCoreApplication>

namespace lectern::app::words {

using profile::FieldId;
using profile::SectionKind;

namespace {

/// Gives tr() to the functions of this file, in a context of its own.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::Words)
public:
    static QString fieldLabel(FieldId id);
    static QString fieldExample(FieldId id);
    static QString datedExample(SectionKind kind);
    static QString noun(SectionKind kind);
    static QString add(SectionKind kind);
    static QString fresh(SectionKind kind);
    static QString section(SectionKind kind);
    static QString refused(const Error& error);
    static QString quote(const QString& title) { return tr("“%1”").arg(title); }
    static QString change(const QString& field, const QString& item)
    {
        return tr("Change %1 of %2", "field, item").arg(field, item);
    }
    static QString caption(const QString& noun, int at, int count)
    {
        return tr("%1 %2 of %3", "publication, its number, how many").arg(noun).arg(at).arg(count);
    }
    static QString journal() { return tr("Journal or conference"); }
    static QString reviewedVenue() { return tr("IEEE Transactions on Computers"); }
};

QString Words::fieldLabel(FieldId id)
{
    switch (id) {
    case FieldId::Title:
        return tr("Title");
    case FieldId::Url:
        return tr("Link");
    case FieldId::Authors:
        return tr("Authors");
    case FieldId::Venue:
        return tr("Venue");
    case FieldId::Year:
        return tr("Year");
    case FieldId::Date:
        return tr("Date");
    case FieldId::Status:
        return tr("Status");
    case FieldId::Ranks:
        return tr("Ranks");
    case FieldId::Award:
        return tr("Award");
    case FieldId::Note:
        return tr("Note");
    case FieldId::Image:
        return tr("Image");
    case FieldId::ImageAlt:
        return tr("Image description");
    case FieldId::Badge:
        return tr("Badge");
    case FieldId::Links:
        return tr("More links");
    case FieldId::ScholarId:
        return tr("Google Scholar ID");
    case FieldId::Abstract:
        return tr("Abstract");
    case FieldId::Highlights:
        return tr("Highlights");
    case FieldId::Text:
        return tr("Text");
    case FieldId::Place:
        return tr("Place");
    case FieldId::Role:
        return tr("Role");
    }
    return {};
}

QString Words::fieldExample(FieldId id)
{
    switch (id) {
    case FieldId::Title:
        return tr("Fast and Fair Training in GPU Clusters");
    case FieldId::Url:
        return tr("https://arxiv.org/abs/2509.08309");
    case FieldId::Authors:
        return tr("Name, then Enter");
    case FieldId::Venue:
        return tr("NeurIPS");
    case FieldId::Year:
        return tr("2025");
    case FieldId::Date:
        return tr("2025.06");
    case FieldId::Status:
        return tr("Accepted by");
    case FieldId::Ranks:
        return tr("CCF-A");
    case FieldId::Award:
        return tr("Best Paper Award");
    case FieldId::Note:
        return tr("Top conference in system architecture");
    case FieldId::Image:
        return tr("images/paper.png");
    case FieldId::ImageAlt:
        return tr("Throughput of three schedulers");
    case FieldId::Badge:
        return tr("NeurIPS 2025");
    case FieldId::Links:
        return tr("Code, then Enter");
    case FieldId::ScholarId:
        return tr("DhtAFkwAAAAJ:ALROH1vI_8AC");
    case FieldId::Abstract:
        return tr("What the paper shows, in a few sentences");
    case FieldId::Highlights:
        return tr("Ten times faster than before, then Enter");
    case FieldId::Place:
        return tr("Macau, China");
    case FieldId::Role:
        return tr("Reviewer");
    case FieldId::Text:
        break;
    }
    return {};
}

QString Words::datedExample(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About:
        return tr("Who you are, where you work, and what you work on");
    case SectionKind::Honors:
        return tr("Best Paper Award of a conference");
    case SectionKind::Education:
        return tr("Ph.D. in Computer Science, University of Macau");
    case SectionKind::Experience:
        return tr("Research intern at a laboratory");
    case SectionKind::Talks:
        return tr("Serving language models on mixed hardware");
    case SectionKind::Teaching:
        return tr("Teaching assistant, Operating Systems");
    case SectionKind::Projects:
        return tr("A fair scheduler for GPU clusters");
    default:
        return tr("One paper was accepted by a conference");
    }
}

QString Words::noun(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About:
        return tr("paragraph");
    case SectionKind::News:
        return tr("news item");
    case SectionKind::Publications:
        return tr("publication");
    case SectionKind::Honors:
        return tr("honor");
    case SectionKind::Education:
        return tr("education entry");
    case SectionKind::Reviewing:
        return tr("reviewing entry");
    case SectionKind::Talks:
        return tr("talk");
    case SectionKind::Experience:
        return tr("experience entry");
    case SectionKind::Teaching:
        return tr("course");
    case SectionKind::Projects:
        return tr("project");
    case SectionKind::Custom:
        return tr("entry");
    }
    return {};
}

QString Words::add(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About:
        return tr("Add paragraph");
    case SectionKind::News:
        return tr("Add news item");
    case SectionKind::Publications:
        return tr("Add publication");
    case SectionKind::Honors:
        return tr("Add honor");
    case SectionKind::Education:
        return tr("Add education entry");
    case SectionKind::Reviewing:
        return tr("Add reviewing entry");
    case SectionKind::Talks:
        return tr("Add talk");
    case SectionKind::Experience:
        return tr("Add experience entry");
    case SectionKind::Teaching:
        return tr("Add course");
    case SectionKind::Projects:
        return tr("Add project");
    case SectionKind::Custom:
        return tr("Add entry");
    }
    return {};
}

QString Words::fresh(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About:
        return tr("New paragraph");
    case SectionKind::News:
        return tr("New news item");
    case SectionKind::Publications:
        return tr("New publication");
    case SectionKind::Honors:
        return tr("New honor");
    case SectionKind::Education:
        return tr("New education entry");
    case SectionKind::Reviewing:
        return tr("New reviewing entry");
    case SectionKind::Talks:
        return tr("New talk");
    case SectionKind::Experience:
        return tr("New experience entry");
    case SectionKind::Teaching:
        return tr("New course");
    case SectionKind::Projects:
        return tr("New project");
    case SectionKind::Custom:
        return tr("New entry");
    }
    return {};
}

QString Words::section(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About:
        return tr("About");
    case SectionKind::News:
        return tr("News");
    case SectionKind::Publications:
        return tr("Publications");
    case SectionKind::Honors:
        return tr("Honors and awards");
    case SectionKind::Education:
        return tr("Education");
    case SectionKind::Reviewing:
        return tr("Reviewing");
    case SectionKind::Talks:
        return tr("Talks");
    case SectionKind::Experience:
        return tr("Experience");
    case SectionKind::Teaching:
        return tr("Teaching");
    case SectionKind::Projects:
        return tr("Projects");
    case SectionKind::Custom:
        return tr("Section");
    }
    return {};
}

QString Words::refused(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotEditable:
        return tr("The page writes this in a way that the form cannot change. Use “Edit source”.");
    case ErrorCode::InvalidValue:
        if (const auto id = profile::fieldId(error.detail); id == FieldId::Authors)
            return tr("The page would not be read as having these authors, so they are not in it yet. Each needs a name in letters.");
        else if (id)
            return tr("Written there, this would be read as something else than “%1”, so it is not in the page yet.")
                .arg(fieldLabel(*id));
        return tr("The page cannot hold this text here, so it is not in the page yet.");
    case ErrorCode::NoSuchAddress:
        return tr("The page has no place for this any more.");
    default:
        return tr("This could not be put into the page.");
    }
}

} // namespace

QString label(FieldId id, SectionKind kind)
{
    if (id == FieldId::Venue && kind == SectionKind::Reviewing)
        return Words::journal();
    return Words::fieldLabel(id);
}

QString changeStep(FieldId id, SectionKind kind, const QString& itemTitle)
{
    QString field = label(id, kind);
    if (id != FieldId::ScholarId && field.size() > 1 && field[1].isLower())
        field[0] = field[0].toLower();
    return Words::change(field, itemTitle.trimmed().isEmpty() ? itemNoun(kind) : quoted(itemTitle));
}

QString example(FieldId id, SectionKind kind)
{
    if (id == FieldId::Venue && kind == SectionKind::Reviewing)
        return Words::reviewedVenue();
    return id == FieldId::Text || (id == FieldId::Title && kind != SectionKind::Publications)
        ? Words::datedExample(kind)
        : Words::fieldExample(id);
}

QString itemNoun(SectionKind kind)
{
    return Words::noun(kind);
}

QString itemCaption(SectionKind kind, int at, int count)
{
    QString noun = itemNoun(kind);
    noun[0] = noun[0].toUpper();
    if (count == 1)
        return noun;
    return Words::caption(noun, at + 1, count);
}

QString addLabel(SectionKind kind)
{
    return Words::add(kind);
}

QString newItem(SectionKind kind)
{
    return Words::fresh(kind);
}

QString sectionName(SectionKind kind)
{
    return Words::section(kind);
}

QString quoted(const QString& title)
{
    constexpr qsizetype longest = 42;
    QString text = title.simplified();
    if (text.size() > longest) {
        qsizetype cut = text.lastIndexOf(u' ', longest);
        if (cut < longest / 2)
            cut = text[longest - 1].isHighSurrogate() ? longest - 1 : longest;
        text = text.first(cut) + u'…';
    }
    return Words::quote(text);
}

QString refusal(const Error& error)
{
    return Words::refused(error);
}

} // namespace lectern::app::words
