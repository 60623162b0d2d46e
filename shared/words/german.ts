import { alignGerman } from './german/align.ts'
import { appGerman } from './german/app.ts'
import { assessGerman } from './german/assess.ts'
import { captionsGerman } from './german/captions.ts'
import { clientsGerman } from './german/clients.ts'
import { compareGerman } from './german/compare.ts'
import { consentGerman } from './german/consent.ts'
import { consentTextsGerman } from './german/consent-texts.ts'
import { coversGerman } from './german/covers.ts'
import { domainGerman } from './german/domain.ts'
import { drawingGerman } from './german/drawing.ts'
import { exportsGerman } from './german/exports.ts'
import { handOverGerman } from './german/hand-over.ts'
import { healthGerman } from './german/health.ts'
import { historyGerman } from './german/history.ts'
import { importGerman } from './german/import.ts'
import { lightGerman } from './german/light.ts'
import { machineGerman } from './german/machine.ts'
import { modelsGerman } from './german/models.ts'
import { modesGerman } from './german/modes.ts'
import { overStagesGerman } from './german/over-stages.ts'
import { presentGerman } from './german/present.ts'
import { recordsGerman } from './german/records.ts'
import { seriesGerman } from './german/series.ts'
import { shareGerman } from './german/share.ts'
import { sheetsGerman } from './german/sheets.ts'
import { stagesGerman } from './german/stages.ts'
import { trashGerman } from './german/trash.ts'
import { videoGerman } from './german/video.ts'
import { zonesGerman } from './german/zones.ts'

/** What Stipple says, in German: one catalogue for each part of it. The sentences are those of the code; with a count, `_one` and `_other`. */
export const germanCatalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  app: appGerman,
  domain: domainGerman,
  clients: clientsGerman,
  import: importGerman,
  records: recordsGerman,
  history: historyGerman,
  video: videoGerman,
  trash: trashGerman,
  align: alignGerman,
  compare: compareGerman,
  light: lightGerman,
  assess: assessGerman,
  overStages: overStagesGerman,
  drawing: drawingGerman,
  modes: modesGerman,
  series: seriesGerman,
  share: shareGerman,
  sheets: sheetsGerman,
  stages: stagesGerman,
  present: presentGerman,
  handOver: handOverGerman,
  health: healthGerman,
  machine: machineGerman,
  consent: consentGerman,
  zones: zonesGerman,
  covers: coversGerman,
  exports: exportsGerman,
  captions: captionsGerman,
  consentTexts: consentTextsGerman,
  models: modelsGerman,
}

export const german: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(germanCatalogues))
