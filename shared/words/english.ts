/** Sentences whose singular differs: `<sentence>_one`. */
export const english: Readonly<Record<string, string>> = {
  '{{count}} days apart_one': 'one day apart',
  '{{count}} weeks apart_one': 'one week apart',
  '{{angle}}: {{count}} photos_one': '{{angle}}: {{count}} photo',
  '{{count}} pictures handed to the client in a folder_one': '{{count}} picture handed to the client in a folder',
  '{{count}} models_one': '{{count}} model',
  '{{count}} pairs in the portfolio_one': '{{count}} pair in the portfolio',
  'Consent ends in {{count}} days_one': 'Consent ends tomorrow',
  '{{count}} points. More points, please._one': '{{count}} point. More points, please.',
  '{{count}} points. Click the first or the last one again, or press F, to close the zone._one':
    '{{count}} point. Click it again, or press F, to close the zone.',
  '{{count}} points. Click the last one again, or press F, to finish._one':
    '{{count}} point. Click it again, or press F, to finish.',
  '{{cover}}, in {{count}} photos_one': '{{cover}}, in one photo',
  'In {{count}} photos no face was found. Place the cover there, or say that no face is seen._one':
    'In one photo no face was found. Place the cover there, or say that no face is seen.',
  '{{count}} drawings_one': '{{count}} drawing',
  '{{count}} drawings: {{labels}}_one': '{{count}} drawing: {{labels}}',
  '{{count}} of its photos were removed._one': 'One of its photos was removed.',
  '{{count}} days after session {{session}}_one': 'one day after session {{session}}',
  '{{count}} weeks after session {{session}}_one': 'one week after session {{session}}',
  'You see everything up to {{moment}}; at least {{count}} later changes can’t be read._one':
    'You see everything up to {{moment}}; at least 1 later change can’t be read.',
  '{{count}} photos_one': '1 photo',
  '{{count}} videos_one': '1 video',
  '{{count}} days from {{day}}_one': '{{count}} day from {{day}}',
  '{{count}} photo files that the library lost or has damaged: kept from the backup before._one':
    '1 photo file that the library lost or has damaged: kept from the backup before.',
  '{{count}} photos came in from “{{folderName}}”._one': '1 photo came in from “{{folderName}}”.',
  'Trash: {{count}} clients wait to be erased_one': 'Trash: 1 client waits to be erased',
  'The files of {{count}} photos are missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again._one':
    'The file of 1 photo is missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again.',
  'The files of {{count}} forms and documents are missing from the library folder. Nothing was deleted: see “Library health”._one':
    'The file of 1 form or document is missing from the library folder. Nothing was deleted: see “Library health”.',
  'The library folder holds {{count}} photo files that belong to no client. Nothing was deleted: they were set aside, see “Library health”._one':
    'The library folder holds 1 photo file that belongs to no client. Nothing was deleted: it was set aside, see “Library health”.',
  '{{count}} without stage or angle: saved to “Not filed yet”, where you can file them later._one':
    '{{count}} without stage or angle: saved to “Not filed yet”, where you can file it later.',
  '{{count}} without a date: saved as unknown._one': '{{count}} without a date: saved as unknown.',
  '{{count}} with a date to check._one': '{{count}} with a date to check.',
  '{{count}} left out by you._one': '{{count}} left out by you.',
  'Problems with {{count}} files_one': 'Problem with 1 file',
  '{{count}} duplicates, left out_one': '1 duplicate, left out',
  '{{count}} files can’t be imported_one': '1 file can’t be imported',
  '{{count}} photos are not saved yet. The files that they came from stay where they are._one':
    '1 photo is not saved yet. The files that they came from stay where they are.',
  '{{count}} documents added_one': '1 document added',
  '{{count}} files were not added_one': '1 file was not added',
  '{{count}} planned sessions_one': '1 planned session',
  '{{count}} photos imported_one': '1 photo imported',
  '{{count}} videos imported_one': '1 video imported',
  '{{count}} photos moved_one': '1 photo moved',
  '{{count}} photos dated_one': '1 photo dated',
  '{{count}} photos removed_one': '1 photo removed',
  '{{count}} photos restored_one': '1 photo restored',
  '{{count}} photos deleted for good_one': '1 photo deleted for good',
  '{{count}} landmarks_one': '1 landmark',
  '{{count}} documents attached_one': '1 document attached',
  '{{count}} clients_one': '1 client',
  '{{count}} treatments_one': '1 treatment',
  '{{count}} documents_one': '1 document',
  'Goes for good on {{day}}, {{count}} days left_one': 'Goes for good on {{day}}, 1 day left',
  'You decide on {{day}}, {{count}} days left_one': 'You decide on {{day}}, 1 day left',
  'Delete {{count}} photos for good?_one': 'Delete 1 photo for good?',
  '{{count}} photos deleted for good._one': '1 photo deleted for good.',
  'Name, records and history, all {{count}} photos, alignments and everything made from them are erased._one':
    'Name, records and history, the photo, alignments and everything made from them are erased.',
  '{{count}} clients were erased for good, the last on {{day}}._one':
    '1 client was erased for good, the last on {{day}}.',
  '{{count}} were already there_one': '{{count}} was already there',
  'added {{count}} photos and documents, read again and found whole_one':
    'added {{count}} photo or document, read again and found whole',
  '{{count}} photos left in “{{folderName}}”_one': '1 photo left in “{{folderName}}”',
  'Watched. The {{count}} files that are in it already are left alone; what comes from now on is offered._one':
    'Watched. The file that is in it already is left alone; what comes from now on is offered.',
  '{{count}} photos selected_one': '1 photo selected',
  '{{count}} of {{total}} photo files are missing from the library folder._one':
    '1 of {{total}} photo files is missing from the library folder.',
  '{{count}} photo files changed on the disk after import._one': '1 photo file changed on the disk after import.',
  'All {{count}} photo files are where they belong._one': 'The only photo file is where it belongs.',
  '{{count}} of {{total}} forms and documents are missing from the library folder._one':
    '1 of {{total}} forms and documents is missing from the library folder.',
  '{{count}} forms and documents changed on the disk after they were added._one':
    '1 form or document changed on the disk after it was added.',
  'All {{count}} forms and documents are where they belong._one': 'The only form or document is where it belongs.',
  'All {{count}} photos and documents were last checked on {{moment}}._one':
    'The only photo or document was last checked on {{moment}}.',
  'All {{count}} photos were last checked on {{moment}}._one': 'The only photo was last checked on {{moment}}.',
  'In the background, {{count}} of {{total}} photos and documents were last read on {{moment}}._one':
    'In the background, 1 of {{total}} photos and documents was last read on {{moment}}.',
  'In the background, {{count}} of {{total}} photos were last read on {{moment}}._one':
    'In the background, 1 of {{total}} photos was last read on {{moment}}.',
  '{{day}}: {{count}} files that belong to no photo or document. Kept in the library’s quarantine folder at least until {{until}}, and never deleted by Stipple._one':
    '{{day}}: 1 file that belongs to no photo or document. Kept in the library’s quarantine folder at least until {{until}}, and never deleted by Stipple.',
  'It was made while {{count}} photo files were missing or damaged._one':
    'It was made while 1 photo file was missing or damaged.',
  '{{count}} things need your attention._one': 'One thing needs your attention.',
  'When it was made, {{count}} photo files of these were missing or damaged._one':
    'When it was made, 1 photo file of these was missing or damaged.',
  '{{count}} files read again_one': '1 file read again',
  'added {{count}} photos, read again and found whole_one': 'added {{count}} photo, read again and found whole',
  '{{count}} exports will have to be taken down:_one': '1 export will have to be taken down:',
  '{{count}} patches that most people would see_one': '1 patch that most people would see',
  '{{count}} patches that can be measured, probably not seen_one': '1 patch that can be measured, probably not seen',
  '{{count}} places lighter, {{darker}} darker_one': '1 place lighter, {{darker}} darker',
  '{{count}} places lighter_one': '1 place lighter',
  '{{count}} places darker_one': '1 place darker',
  '{{count}} patches, {{area}}, about {{dots}} dots to add_one': '1 patch, {{area}}, about {{dots}} dots to add',
  '{{count}} patches, {{area}}_one': '1 patch, {{area}}',
  'Looking at the other stages: {{count}} to go_one': 'Looking at the other stages: 1 to go',
  '{{count}} exports_one': '1 export',
  '{{count}} exports have to be taken down_one': '1 export has to be taken down',
  '{{count}} exports have to be taken down: the consent to them was withdrawn._one':
    '1 export has to be taken down: the consent to it was withdrawn.',
  'Exports: {{count}} to take down_one': 'Exports: 1 to take down',
  'Alignment: by hand, with {{count}} landmarks_one': 'Alignment: by hand, with 1 landmark',
}
