// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace lectern::app {

/// What our script in the preview may say to the program, and nothing else: a page that broke out of its
/// world would find no more than this. The arguments are untrusted.
class PreviewBridge : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The document is parsed.
    Q_INVOKABLE void ready() { Q_EMIT documentReady(); }
    /// `background`: CSS colour of the page, here and below.
    Q_INVOKABLE void firstFrame(const QString& background) { Q_EMIT documentShown(background); }
    /// The document, its styles, fonts and pictures are there and a frame with them was made.
    Q_INVOKABLE void painted(const QString& background) { Q_EMIT documentPainted(background); }
    Q_INVOKABLE void remoteBlocked(const QString& address) { Q_EMIT remoteItemBlocked(address); }
    /// The page stands still after a reveal that outlined so many elements.
    Q_INVOKABLE void revealed(int count) { Q_EMIT placeRevealed(count); }
    Q_INVOKABLE void hovered(int block, const QString& mark) { Q_EMIT markHovered(block, mark); }
    /// `text`: the text node under the pointer, empty where there is none; `at`: UTF-16 position in it.
    Q_INVOKABLE void clicked(int block, const QString& mark, const QString& text, int at)
    {
        Q_EMIT markClicked(block, mark, text, at);
    }
    Q_INVOKABLE void linkClicked(const QString& address) { Q_EMIT linkActivated(address); }

Q_SIGNALS:
    void documentReady();
    void documentShown(const QString& background);
    void documentPainted(const QString& background);
    void remoteItemBlocked(const QString& address);
    void placeRevealed(int count);
    void markHovered(int block, const QString& mark);
    void markClicked(int block, const QString& mark, const QString& text, int at);
    void linkActivated(const QString& address);
};

} // namespace lectern::app
