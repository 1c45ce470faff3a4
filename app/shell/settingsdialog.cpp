// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settingsdialog.h"

#include "app/shell/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

SettingsDialog::SettingsDialog(const AppearanceSettings& settings, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_theme(new QComboBox(this)), m_scale(new QSlider(Qt::Horizontal, this)),
      m_language(new QComboBox(this))
{
    setWindowTitle(tr("Settings"));
    m_theme->addItem(tr("As the system"), int(Theme::System));
    m_theme->addItem(tr("Light"), int(Theme::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(settings.theme)));
    m_theme->setAccessibleName(tr("Colours"));
    m_scale->setRange(8, 20);
    m_scale->setPageStep(2);
    m_scale->setValue(settings.textScale / 10);
    m_scale->setAccessibleName(tr("Text size"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_language->setAccessibleName(tr("Language"));

    auto* percent = new look::TextLabel(look::TextRole::Secondary, {}, this);
    const auto showPercent = [this, percent] { percent->setText(tr("%1 %").arg(m_scale->value() * 10)); };
    showPercent();
    auto* scaleRow = new QHBoxLayout;
    scaleRow->addWidget(m_scale, 1);
    scaleRow->addWidget(percent);

    auto* form = new QFormLayout;
    form->setVerticalSpacing(look::margin);
    form->setHorizontalSpacing(look::margin);
    form->addRow(tr("Colours"), m_theme);
    form->addRow(tr("Text size"), scaleRow);
    form->addRow(tr("Language"), m_language);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close settings"), QDialogButtonBox::AcceptRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * look::grid, 3 * look::grid, 3 * look::grid, look::margin);
    column->setSpacing(3 * look::grid);
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(look::scaled(420, this));

    connect(m_theme, &QComboBox::activated, this, &SettingsDialog::announce);
    connect(m_scale, &QSlider::valueChanged, this, [this, showPercent] {
        showPercent();
        if (!m_scale->isSliderDown())
            announce();
    });
    // While the slider is dragged the text under the pointer must not grow away from it.
    connect(m_scale, &QSlider::sliderReleased, this, &SettingsDialog::announce);
    connect(m_language, &QComboBox::activated, this, &SettingsDialog::announce);
}

void SettingsDialog::announce()
{
    m_settings.theme = Theme(m_theme->currentData().toInt());
    m_settings.textScale = m_scale->value() * 10;
    m_settings.language = m_language->currentData().toString();
    Q_EMIT appearanceChanged(m_settings);
}

} // namespace lectern::app
