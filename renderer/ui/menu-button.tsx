import { Menu, type MenuProps } from '@mantine/core'
import { type ComponentProps, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import styles from './menu-button.module.css'

interface ItsMenu {
  readonly position?: NonNullable<MenuProps['position']>
  /** Of the menu, in pixels. */
  readonly width?: number
  /** The menu's items, made when it is opened. */
  readonly items: () => ReactNode
}

/** What a menu asks of its button. */
type ButtonProps = Pick<ComponentProps<'button'>, 'ref' | 'onClick' | 'aria-haspopup' | 'aria-expanded'>

/** An icon button with a menu. */
export function MenuButton({ items, position, width, ...button }: ItsMenu & ComponentProps<typeof IconButton>) {
  return (
    <LazyMenu items={items} menu={menuOf(position, width)} button={(props) => <IconButton {...button} {...props} />} />
  )
}

interface DotsMenuProps extends Pick<ItsMenu, 'items'> {
  /** The accessible name. */
  readonly label: string
  readonly className: string | undefined
}

/** Three dots with a menu, drawn by the style sheet: a board has hundreds of them, and icon buttons would cost more than all the rest of it. */
export function DotsMenu({ items, label, className }: DotsMenuProps) {
  const look = { className: `${styles.dots} ${className ?? ''}`, 'aria-label': label, title: label }
  return <LazyMenu items={items} menu={menuOf()} button={(props) => <button type="button" {...look} {...props} />} />
}

function menuOf(position: MenuProps['position'] = 'bottom-end', width?: number): Pick<MenuProps, 'position' | 'width'> {
  return { position, ...(width === undefined ? {} : { width }) }
}

interface LazyMenuProps {
  readonly items: () => ReactNode
  readonly menu: Pick<MenuProps, 'position' | 'width'>
  readonly button: (props: ButtonProps) => ReactElement
}

/** What makes the menu work is only there once it was opened. */
function LazyMenu(menu: LazyMenuProps) {
  const [isUsed, setIsUsed] = useState(false)
  if (isUsed) return <UsedMenu {...menu} />
  return menu.button({ 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setIsUsed(true) })
}

/** A menu that begins open, as if its button had just been pressed: so it gives the focus back to it. */
function UsedMenu({ items, menu, button }: LazyMenuProps) {
  const target = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    target.current?.focus()
    target.current?.click()
  }, [])
  return (
    <Menu {...menu}>
      <Menu.Target>{button({ ref: target })}</Menu.Target>
      <Menu.Dropdown>{items()}</Menu.Dropdown>
    </Menu>
  )
}
