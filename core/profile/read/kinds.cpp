// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/kinds.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace lectern::profile {
namespace {

/// In order: an earlier kind wins, so that "Work and Education Experiences" and "Invited talks and service"
/// land where most of such a section's items belong. English, Chinese, French, German and Spanish.
const auto& patterns()
{
    const auto regex = [](const char16_t* text) {
        return QRegularExpression(QString::fromUtf16(text),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    };
    static const std::array<std::pair<SectionKind, QRegularExpression>, 10> list { {
        { SectionKind::News,
            regex(u"\\bnews\\b|\\bwhat'?s new|\\bupdates?\\b|highlights "
                  u"of|动态|新闻|消息|近况|最新|動態|新聞|お知らせ|ニュース|notizie|novità|notícias|"
                  u"actualités|nouvelles|neuigkeiten|"
                  u"aktuelles|noticias|"
                  u"novedades") },
        { SectionKind::Reviewing,
            regex(u"review(er|ing)|\\bservices?\\b|academic activit|professional "
                  u"activit|committee|editor(ial|ship)|服务|審稿|审稿|(?<!同行)评审|学术兼职|学术活动|"
                  u"社会兼职|服務|"
                  u"学会活動|查読|査読|revisore|servizi accademici|revisões|"
                  "évaluation|relecture|gutachter|begutachtung|revisiones|revisor|servicio") },
        { SectionKind::Publications,
            regex(u"publication|публикаци|^\\W*works? in "
                  u"progress\\W*$|\\bpapers?\\b|preprint|manuscript|selected "
                  u"works|\\barticles|bibliograph|\\bbooks?\\b|论文|代表性?(研究|工作|成果)|发表|著作|出版|"
                  u"学术成果|研究成果|論文|發表|"
                  u"業績|pubblicazioni|publicações|"
                  "veröffentlichung|publikation|publicacion|artículos|monogra[fp]|sammelb[aä]nd|aufsätze|"
                  "rezensionen|"
                  u"zeitschriftenartikel|buchkapitel|chapitres|libros|capítulos") },
        { SectionKind::Talks,
            regex(u"\\btalks?\\b|\\bpresentation|seminar|lectures? "
                  u"given|keynote|speeches|报告|演讲|讲座|演講|講演|発表|seminari|palestras|vorträge|vortrag|"
                  u"exposés|"
                  u"conférences|charlas|"
                  u"ponencias|présentations") },
        { SectionKind::Honors,
            regex(u"honou?r|award|scholarship|fellowship|prize|achievement|competition|grants?\\b|荣誉|奖|"
                  u"榮譽|獎|受賞|表彰|\\bpremi\\b|riconoscimenti|prêmios|"
                  u"获奖|auszeichnung|preise|stipendi|"
                  "distinction|prix|bourses|premios|becas|reconocimientos") },
        { SectionKind::Education,
            regex(u"education|academic "
                  u"background|qualification|教育|学历|求学|学歴|學歷|formazione|istruzione|formação|"
                  u"educação|ausbildung|bildungsweg|studium|"
                  u"\\bformation|études|"
                  u"educación|formación|estudios") },
        { SectionKind::Teaching,
            regex(u"teaching|\\bcourses?\\b|教学|授课|课程|教學|授業|担当科目|insegnamento|didattica|ensino|"
                  u"\\blehre\\b|enseignement|"
                  u"docencia|enseñanza") },
        { SectionKind::Experience,
            regex(
                u"experience|intern(ship)?s?\\b|employment|positions?\\b|appointments?|work "
                u"history|\\bcareer|(?<!项目)经历|实习|(?<!研究)(?<!代表)工作|任职|經歷|實習|職歴|経歴|"
                u"esperienz|"
                u"experiência|carriera|"
                u"berufserfahrung|"
                "praktik|werdegang|tätigkeit|expérience|stages?\\b|parcours|experiencia|prácticas|empleo") },
        { SectionKind::Projects,
            regex(u"projects?\\b|\\bsoftware\\b|open[- "
                  u"]source|项目|开源|软件|項目|プロジェクト|progetti|projetos|projekte|projets?|proyectos|"
                  u"logiciels") },
        { SectionKind::About,
            regex(u"^\\W*(about( me)?|bio(graphy)?|introduction|profile|hi\\b.*|hello\\b.*|welcome.*|short "
                  u"bio|关于我?|简介|个人简介|自我介绍|个人介绍|關於我?|自己紹介|プロフィール|chi sono|sobre "
                  u"mim|"
                  "über mich|à propos.*|présentation|sobre mí|biografía|lebenslauf)\\W*$") },
    } };
    return list;
}

} // namespace

SectionKind kindOfHeading(const QString& heading)
{
    for (const auto& [kind, pattern] : patterns()) {
        if (pattern.match(heading).hasMatch())
            return kind;
    }
    return SectionKind::Custom;
}

} // namespace lectern::profile
