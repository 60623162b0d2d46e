import { Box, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { t } from '../../../shared/words/translate.ts'
import classes from './draw.module.css'
import { type DrawTool, drawTools, toolEntry, toolKey } from './tools.ts'

interface ToolRailProps {
  readonly tool: DrawTool
  readonly onTool: (tool: DrawTool) => void
}

/** The tools, one below the other; arrow keys go from one to the next. */
export function ToolRail({ tool, onTool }: ToolRailProps) {
  const rail = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const next = drawTools[(drawTools.indexOf(tool) + step + drawTools.length) % drawTools.length]!
    onTool(next)
    rail.current?.querySelector<HTMLElement>(`[data-tool="${next}"]`)?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Box
      ref={rail}
      className={classes.rail}
      role="radiogroup"
      aria-label={t('Tools')}
      aria-orientation="vertical"
      onKeyDown={onKeyDown}
    >
      {drawTools.map((each) => {
        const { icon: Icon, name, about } = toolEntry(each)
        const key = toolKey(each)
        return (
          <Tooltip
            key={each}
            position="right"
            multiline
            maw={260}
            label={
              <>
                {about} <Kbd size="xs">{key}</Kbd>
              </>
            }
          >
            <UnstyledButton
              role="radio"
              className={classes.tool}
              data-tool={each}
              aria-checked={each === tool}
              aria-keyshortcuts={key}
              aria-description={about}
              tabIndex={each === tool ? 0 : -1}
              onClick={() => onTool(each)}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              <span>{name}</span>
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </Box>
  )
}
