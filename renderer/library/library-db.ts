import Dexie, { type Table } from 'dexie'
import type { FactRows } from '../../shared/domain/apply-event.ts'

/** The projection's tables: the rows of the clients that were opened since the start, never the only copy of anything. */
export class LibraryDb extends Dexie {
  declare readonly treatments: Table<FactRows['treatments'], string>
  declare readonly photos: Table<FactRows['photos'], string>
  declare readonly alignments: Table<FactRows['alignments'], string>
  declare readonly landmarks: Table<FactRows['landmarks'], string>
  declare readonly references: Table<FactRows['references'], string>
  declare readonly treatmentRecords: Table<FactRows['treatmentRecords'], string>
  declare readonly sessionRecords: Table<FactRows['sessionRecords'], string>
  declare readonly documents: Table<FactRows['documents'], string>
  declare readonly drawings: Table<FactRows['drawings'], string>
  declare readonly comparisons: Table<FactRows['comparisons'], string>
  declare readonly consents: Table<FactRows['consents'], string>
  declare readonly patchDecisions: Table<FactRows['patchDecisions'], string>
  declare readonly hangingProtocols: Table<FactRows['hangingProtocols'], string>
  declare readonly exportTemplates: Table<FactRows['exportTemplates'], string>
  declare readonly consentTexts: Table<FactRows['consentTexts'], string>

  constructor(name = 'stipple-projection') {
    super(name)
    this.version(1).stores({
      treatments: 'treatmentId, clientId',
      photos: 'photoId, clientId, treatmentId',
      alignments: 'pairKey, referenceId, movingId',
      landmarks: 'pairKey',
      references: 'seriesKey, treatmentId',
      treatmentRecords: 'treatmentId',
      sessionRecords: 'sessionKey, treatmentId',
      documents: 'documentId, treatmentId',
      drawings: 'drawingId, photoId',
      comparisons: 'comparisonKey, treatmentId',
      consents: 'consentKey, clientId',
      hangingProtocols: 'protocolId',
      exportTemplates: 'templateId',
      consentTexts: 'textId',
      patchDecisions: 'patchKey, treatmentId',
    })
  }
}
