import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './exports.module.css'

const shownMs = 2000

/** A file's SHA-256, which can be copied. */
export function CopySum({ sum, name }: { readonly sum: string; readonly name: string }) {
  const text = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => {
    const selection = getSelection()
    if (!text.current || !selection) return
    selection.selectAllChildren(text.current)
    // the clipboard's own interface asks for a permission, and this window has none
    setCopied(document.execCommand('copy'))
  }
  return (
    <span className={styles.sum}>
      <code ref={text}>{sum}</code>
      <IconButton
        icon={isCopied ? Check : Copy}
        size="sm"
        label={isCopied ? t('Copied') : t('Copy the SHA-256 of {{name}}', { name })}
        onClick={copy}
      />
    </span>
  )
}
