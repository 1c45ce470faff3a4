// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a target without libFuzzer, as any compiler builds it: all that was found before, the seeds, then
// mutations of them: a number of inputs, the same ones on every machine, or for a number of seconds. The same
// start (--number) gives the same inputs.
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/testsupport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
extern "C" void __sanitizer_set_death_callback(void (*callback)());
// GCC's two sanitizers do not know of each other's callbacks: the undefined behaviour's ends in a signal that
// is caught here.
extern "C" const char* __ubsan_default_options();
extern "C" const char* __ubsan_default_options()
{
    return "abort_on_error=1:print_stacktrace=1";
}
#endif

namespace lectern::fuzz {
namespace {

constexpr int secondsForOneInput = 20; // of CPU, with sanitizers

/// The input that runs, so that it can be written when the program dies of it.
QByteArray running;
char fileOfLast[] = "fuzz-input-XXXXXX";

void writeLast()
{
    const int file = ::mkstemp(fileOfLast);
    const ssize_t written = file < 0 ? -1 : ::write(file, running.constData(), std::size_t(running.size()));
    std::fprintf(stderr, "The input is in %s (%zd bytes)\n", fileOfLast, written);
}

void onSignal(int number)
{
    if (number == SIGPROF)
        std::fprintf(stderr, "An input took more than %d seconds\n", secondsForOneInput);
    writeLast();
    ::_exit(1);
}

void watch()
{
    std::signal(SIGPROF, onSignal);
    std::signal(SIGABRT, onSignal);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(writeLast);
#else
    std::signal(SIGSEGV, onSignal);
#endif
}

void runOne(const Target& target, const QByteArray& input)
{
    running = input.left(target.maximalSize);
    const itimerval limit { { 0, 0 }, { secondsForOneInput, 0 } };
    ::setitimer(ITIMER_PROF, &limit, nullptr);
    target.run(running);
}

QByteArrayList piecesOf(const QString& path)
{
    QStringList files;
    if (QFileInfo(path).isFile())
        files.append(path);
    QDirIterator below(path, QDir::Files, QDirIterator::Subdirectories);
    while (below.hasNext())
        files.append(below.next());
    files.sort();
    QByteArrayList pieces;
    for (const QString& file : std::as_const(files)) {
        // Tables of cases are cut where they are cut for the other tests.
        QByteArray bytes = test::bytesOf(file);
        for (qsizetype cut = bytes.indexOf("\n=====\n"); cut >= 0; cut = bytes.indexOf("\n=====\n")) {
            pieces.append(bytes.first(cut + 1));
            bytes.remove(0, cut + 7);
        }
        pieces.append(bytes);
    }
    return pieces;
}

QByteArrayList seedsOf(const Target& target)
{
    QByteArrayList seeds;
    for (const char* path : target.seeds)
        seeds += piecesOf(test::sourcePath(QString::fromLatin1(path)));
    return seeds;
}

/// `seconds` of CPU time, or where that is nothing, as many inputs as the target names.
int fuzz(const Target& target, double seconds, quint32 number)
{
    const QByteArrayList found
        = piecesOf(test::sourcePath(QStringLiteral("tests/fuzz/found/") + QString::fromLatin1(target.name)));
    const QByteArrayList seeds = seedsOf(target);
    for (const QByteArray& input : found + seeds)
        runOne(target, input);
    const QString dictionary = test::sourcePath(
        QStringLiteral("tests/fuzz/dictionaries/") + QString::fromLatin1(target.dictionary));
    Mutator mutator(seeds + found, dictionaryWords(test::bytesOf(dictionary)), number, target.maximalSize);
    qint64 mutations = 0;
    const std::clock_t begin = std::clock();
    while (
        seconds > 0 ? double(std::clock() - begin) / CLOCKS_PER_SEC < seconds : mutations < target.inputs) {
        runOne(target, mutator.next());
        ++mutations;
    }
    std::printf("%s: %d found before, %d seeds, %lld mutations\n", target.name, int(found.size()),
        int(seeds.size()), static_cast<long long>(mutations));
    return 0;
}

int writeSeeds(const Target& target, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return 2;
    for (const QByteArray& seed : seedsOf(target)) {
        const QByteArray name = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
        QFile file(folder + u'/' + QString::fromLatin1(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            return 2;
    }
    return 0;
}

int runFiles(const Target& target, const QStringList& files)
{
    for (const QString& file : files)
        runOne(target, test::bytesOf(file));
    std::printf("%s: %d inputs\n", target.name, int(files.size()));
    return 0;
}

} // namespace
} // namespace lectern::fuzz

int main(int argc, char** argv)
{
    using namespace lectern;
    QCoreApplication app(argc, argv);
    // Hostile bytes make Qt's readers and the script compiler say a lot; what counts here are the rules.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QCommandLineParser line;
    line.setApplicationDescription(
        QStringLiteral("Runs one of the fuzzers: found cases, seeds, and mutations of them."));
    line.addHelpOption();
    line.addPositionalArgument(QStringLiteral("target"), QStringLiteral("what is fuzzed"));
    line.addPositionalArgument(
        QStringLiteral("files"), QStringLiteral("inputs to run instead"), QStringLiteral("[files…]"));
    line.addOption(
        { QStringLiteral("seconds"), QStringLiteral("CPU time for mutations, instead of a number of them"),
            QStringLiteral("seconds"), QStringLiteral("0") });
    line.addOption({ QStringLiteral("number"), QStringLiteral("where the random numbers start"),
        QStringLiteral("number"), QStringLiteral("2026") });
    line.addOption({ QStringLiteral("write-seeds"), QStringLiteral("write the seeds as files, for libFuzzer"),
        QStringLiteral("folder") });
    line.process(app);
    const QStringList given = line.positionalArguments();
    const fuzz::Target* target = given.isEmpty() ? nullptr : fuzz::target(given.first().toUtf8());
    if (!target) {
        std::fprintf(stderr, "Targets:");
        for (const fuzz::Target& one : fuzz::targets())
            std::fprintf(stderr, " %s", one.name);
        std::fprintf(stderr, "\n");
        return 2;
    }
    fuzz::watch();
    if (line.isSet(QStringLiteral("write-seeds")))
        return fuzz::writeSeeds(*target, line.value(QStringLiteral("write-seeds")));
    if (given.size() > 1)
        return fuzz::runFiles(*target, given.mid(1));
    return fuzz::fuzz(*target, line.value(QStringLiteral("seconds")).toDouble(),
        line.value(QStringLiteral("number")).toUInt());
}
