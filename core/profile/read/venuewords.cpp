// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/venue.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/inline.h"

#include <QRegularExpression>

namespace lectern::profile {

bool isRank(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^(CCF[-\\s]?(THU-?)?[ABC]?|CCF-?T\\d|CCF[- ]?[ABC] "
            "?类?(会议|期刊)?(长文|短文|论文)?|THU-?CPL-?[AB]?|TH-?CPL-?[AB]|CAAI-?[AB]|CORE "
            "?A?\\*?|A\\*|JCR[- ]?(Q[1-4])?|Q[1-4]|"
            "SCI.{0,12}|SSCI.{0,12}|EI.{0,10}|CSRankings?|IF ?[:=]? ?[\\d.]+|Impact Factor.{0,12}|ESI.{0,20}|"
            "(中科院|新锐)?[一二三四1-4]区.{0,8}|中科院.{0,12}|Top|Tier[- ]?\\d|CAS.{0,10}|Rank "
            "?[AB].?|h5.{0,12})$"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 30 && pattern.match(text.trimmed()).hasMatch();
}

bool isAward(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "\\b(oral|spotlight|highlights?|best (student "
            ")?(paper|poster|demo)|outstanding|award|honou?rable mention|"
            "hot paper|highly cited|distinguished|notable|nominat\\w*|finalist|winner|top ?\\d+ ?%)"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 90 && pattern.match(text).hasMatch();
}

bool namesVenueNext(QByteArrayView bytes, const Span& before)
{
    if (before.kind != SpanKind::Text)
        return false;
    const QByteArrayView text = slice(bytes, trimmed(bytes, before.range));
    for (const char* stage : { "ubmitted to", "ccepted to", "ccepted at", "ccepted in", "ccepted by",
             "ublished in", "ppeared in", "o appear in", "orthcoming in", "resubmit at", "eview at" }) {
        if (text.endsWith(stage))
            return true;
    }
    return false;
}

bool hasVenueWord(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(Journal|Conference|Conf|Transactions?|Trans|Proceedings|Proc|IEEE|ACM|arXiv|"
                       "Springer|Elsevier|Workshops?|"
                       "Letters|Symposium|Preprint|Nature|Science|Advances|Magazine|Review|Bioinformatics|"
                       "Annals|Access|Sensors|Remote Sensing|"
                       "USENIX|ICLR|ICML|NeurIPS|NIPS|CVPR|CVPRW|ICCV|ECCV|ACL|EMNLP|NAACL|EACL|COLING|AAAI|"
                       "IJCAI|KDD|WWW|SIGIR|CIKM|"
                       "WSDM|ICDM|ICDE|VLDB|SIGMOD|ICASSP|INTERSPEECH|ICRA|IROS|CoRL|RSS|SIGGRAPH|CHI|UIST|"
                       "SOSP|OSDI|NSDI|ASPLOS|"
                       "ISCA|MICRO|HPCA|EuroSys|ATC|SC|ICS|PPoPP|Middleware|SoCC|MICCAI|ISBI|MIDL|BMVC|WACV|"
                       "ACCV|ICIP|ICME|MM|"
                       "TPAMI|TIP|TMM|TNNLS|TKDE|TCSVT|IJCV|JMLR|TMLR|TACL|PNAS|Cell|Lancet|Under review|In "
                       "submission)\\b|学报|会议|期刊"));
    return pattern.match(text).hasMatch();
}

} // namespace lectern::profile
